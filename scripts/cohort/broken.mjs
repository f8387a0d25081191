import { createRequire } from 'node:module';
import { docx, pdf, zip } from './files.mjs';

const { utils, write } = createRequire(import.meta.url)('cfb');
const SPANISH =
  'Durante el segundo año de la carrera no aprobé el examen. Cambié mi manera de estudiar, pedí ayuda a mis profesores y volví a presentarme seis meses después. Aprobé con una buena nota y desde entonces estudio cada semana con mis compañeros.';

/**
 * Files that cannot be read, each in one way: its ending, its bytes, and what should be said of it, which is
 * what is wrong and what to do about it.
 */
export const BROKEN = [
  {
    what: 'a Word document that was cut off',
    ending: 'docx',
    make: async ({ text }) => cut(await docx(text), 0.6),
    says: ['is a damaged Word document', 'save it again as .docx'],
  },
  {
    what: 'a text with the ending of a Word document',
    ending: 'docx',
    make: ({ text }) => Buffer.from(text),
    says: ['is not a Word document', 'save it as .docx'],
  },
  {
    what: 'a Word document with a password',
    ending: 'docx',
    make: ({ random }) => ole({ EncryptionInfo: random.bytes(224), EncryptedPackage: random.bytes(9000) }),
    says: ['is protected by a password', 'save a copy without one'],
  },
  {
    what: 'nothing, with the ending of a Word document',
    ending: 'docx',
    make: () => Buffer.alloc(0),
    says: ['is empty', 'check that it was saved'],
  },
  {
    what: 'a PDF with a password',
    ending: 'pdf',
    make: ({ text }) => pdf(text, { userPassword: 'secret', ownerPassword: 'secret', pdfVersion: '1.4' }),
    says: ['is protected by a password', 'export a copy without one'],
  },
  {
    what: 'a PDF that holds only noise',
    ending: 'pdf',
    make: ({ random }) => Buffer.concat([Buffer.from('%PDF-1.7\n'), random.bytes(4000)]),
    says: ['is a damaged PDF', 'export it from your editor again'],
  },
  {
    what: 'an old Word file under a new name',
    ending: 'docx',
    make: ({ random }) => ole({ WordDocument: random.bytes(9000) }),
    says: ['is an old Word file (.doc) under a new name', 'save it as .docx'],
  },
  {
    what: 'a scan, which has no text',
    ending: 'pdf',
    make: () => pdf((page) => page.rect(72, 72, 468, 600).fill('#e8e4da')),
    says: ['has no text in it', 'use the .docx'],
  },
  {
    what: 'a Word document with the ending of a text',
    ending: 'txt',
    make: ({ text }) => docx(text),
    says: ['is a Word or zip file under another name', 'give it its own extension'],
  },
  {
    what: 'a text in the letters of old Windows',
    ending: 'txt',
    make: ({ text }) => Buffer.from(`Résumé of my story.\n\n${text}`, 'latin1'),
    says: ['is not valid UTF-8 (line 1)', 'with the encoding UTF-8'],
  },
  {
    what: 'a zip without a document in it',
    ending: 'docx',
    make: ({ text }) => zip('statement.txt', text),
    says: ['is a damaged Word document', 'save it again as .docx'],
  },
  {
    what: 'a text with nothing but space',
    ending: 'txt',
    make: () => Buffer.from(' \r\n\t\r\n'),
    says: ['is empty', 'write a first draft'],
  },
  {
    what: 'a Word document with the ending of a PDF',
    ending: 'pdf',
    make: ({ text }) => docx(text),
    says: ['is not a PDF', 'export the draft as PDF again'],
  },
  {
    what: 'a picture with the ending of a text',
    ending: 'md',
    make: ({ random }) => Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), random.bytes(900)]),
    says: ['is a picture', 'the draft is needed as text'],
  },
  {
    what: 'a PDF that was cut off in its first lines',
    ending: 'pdf',
    make: async ({ text }) => cut(await pdf(text), 0.05),
    says: ['is a damaged PDF', 'export it from your editor again'],
  },
  {
    what: 'bytes with the ending of a text',
    ending: 'txt',
    make: ({ random }) => Buffer.concat([Buffer.from('draft\0\0'), random.bytes(900)]),
    says: ['is a binary file', 'the draft is needed as .docx'],
  },
  {
    what: 'a Word document in Spanish',
    ending: 'docx',
    make: () => docx(SPANISH),
    says: ['seems to be in Spanish', 'read in English only'],
  },
  {
    what: 'an old Word file',
    ending: 'doc',
    make: ({ random }) => ole({ WordDocument: random.bytes(9000) }),
    says: ['is an old Word file', 'save it as .docx'],
  },
  {
    what: 'a rich text file',
    ending: 'rtf',
    make: ({ text }) => Buffer.from(`{\\rtf1\\ansi ${text}}`, 'latin1'),
    says: ['is a rich text file', 'save it as .docx or .txt'],
  },
];

/** Files that lie about in such folders and are no drafts: nothing is said of them. */
export const NO_DRAFTS = [
  { file: '~$tatement of somebody.docx', bytes: Buffer.from('\x08a lock file of Word') },
  { file: '.DS_Store', bytes: Buffer.from('\0\0\0\x01Bud1') },
  { file: 'Thumbs.db', bytes: Buffer.from('a list of small pictures') },
  { file: 'photo of the class.jpg', bytes: Buffer.from('\xff\xd8\xff', 'latin1') },
];

function cut(bytes, share) {
  return bytes.subarray(0, Math.floor(bytes.length * share));
}

/** The container of old Office files, and of new ones with a password. */
function ole(streams) {
  const container = utils.cfb_new();
  for (const [name, bytes] of Object.entries(streams)) utils.cfb_add(container, name, bytes);
  return Buffer.from(write(container, { type: 'buffer' }));
}

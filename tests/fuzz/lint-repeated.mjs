// Lints a text of one piece again and again, as Markdown and as plain text, and says that it came to an end.
import { core } from './built.mjs';

const [piece = '', length = '0'] = process.argv.slice(2);
const text = piece.repeat(Math.ceil(Number(length) / piece.length));
const lints = (format) => core.lint(text, { format }).document.source === text;
process.stdout.write(JSON.stringify({ markdown: lints('markdown'), text: lints('text') }));

// Draws terminal text with colours as an SVG.

const ESCAPE = String.fromCharCode(27);
const SGR = new RegExp(`${ESCAPE}\\[[\\d;]*m`, 'g');
/** An escape with its codes, or a run of text. */
const PIECE = new RegExp(`${ESCAPE}\\[([\\d;]*)m|([^${ESCAPE}]+)`, 'g');

const COLUMN = 8.4;
const LINE = 20;
const MARGIN = 22;
const BAR = 34;
const INK = { plain: '#c9d1d9', dim: '#8b949e', background: '#0d1117', frame: '#30363d' };
/** The eight colours of a terminal by their SGR code. */
const COLOURS = {
  31: '#ff7b72',
  32: '#7ee787',
  33: '#e3b341',
  34: '#79c0ff',
  35: '#d2a8ff',
  36: '#76e3ea',
};

/**
 * @param {string} text Lines with SGR escapes for bold, dim, underline and the foreground colours 31 to 36.
 * @param {string} title What the picture shows, for readers who do not see it.
 */
export function ansiToSvg(text, title) {
  const lines = text.split('\n');
  const widest = Math.max(...lines.map((line) => plain(line).length));
  const width = Math.ceil(widest * COLUMN + 2 * MARGIN);
  const height = lines.length * LINE + MARGIN + BAR;
  const style = { colour: INK.plain, bold: false, dim: false, underline: false };
  const drawn = lines
    .map((line, row) => drawLine(line, BAR + (row + 1) * LINE, style))
    .filter((line) => line !== '');
  const lamps = ['#ff5f57', '#febc2e', '#28c840'].map(
    (fill, at) => `<circle cx="${22 + at * 18}" cy="18" r="5.5" fill="${fill}"/>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">
<title>${escapeXml(title)}</title>
<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="9" fill="${INK.background}" stroke="${INK.frame}"/>
${lamps.join('')}
<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="14" xml:space="preserve">
${drawn.join('\n')}
</g>
</svg>
`;
}

function drawLine(line, y, style) {
  let column = 0;
  const runs = [];
  for (const [, code, text] of line.matchAll(PIECE)) {
    if (text === undefined) {
      for (const part of code.split(';')) apply(style, Number(part));
      continue;
    }
    runs.push(...drawRun(text, column, y, style));
    column += text.length;
  }
  return runs.join('');
}

/** Blocks are drawn as one rectangle, because fonts leave gaps between them; words as text of a fixed length. */
function drawRun(text, column, y, style) {
  return [...text.matchAll(/(?<block>[\u2588\u2591]+)|[^\u2588\u2591]+/g)].flatMap((match) => {
    const x = (MARGIN + (column + match.index) * COLUMN).toFixed(1);
    const length = (match[0].length * COLUMN).toFixed(1);
    const fill = style.dim ? INK.dim : style.colour;
    if (match.groups?.block) {
      const faint = match[0].startsWith('\u2591') ? ' opacity="0.35"' : '';
      return [`<rect x="${x}" y="${y - 11}" width="${length}" height="13" fill="${fill}"${faint}/>`];
    }
    if (match[0].trim() === '') return [];
    const indent = match[0].length - match[0].trimStart().length;
    if (indent > 0) return drawRun(match[0].trimStart(), column + match.index + indent, y, style);
    const looks = `${style.bold ? ' font-weight="700"' : ''}${style.underline ? ' text-decoration="underline"' : ''}`;
    return [
      `<text x="${x}" y="${y}" textLength="${length}" lengthAdjust="spacingAndGlyphs" fill="${fill}"${looks}>${escapeXml(match[0])}</text>`,
    ];
  });
}

function apply(style, code) {
  if (code === 0) Object.assign(style, { colour: INK.plain, bold: false, dim: false, underline: false });
  else if (code === 1) style.bold = true;
  else if (code === 2) style.dim = true;
  else if (code === 4) style.underline = true;
  else if (code === 22) Object.assign(style, { bold: false, dim: false });
  else if (code === 24) style.underline = false;
  else if (code === 39) style.colour = INK.plain;
  else if (code in COLOURS) style.colour = COLOURS[code];
}

/** Text without its escapes. */
export function plain(text) {
  return text.replace(SGR, '');
}

function escapeXml(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

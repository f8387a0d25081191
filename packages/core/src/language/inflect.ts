/** Forms of irregular verbs used by the patterns: base, third person, past, participle, -ing. */
const IRREGULAR: Readonly<Record<string, readonly string[]>> = {
  be: ['be', 'am', 'is', 'are', 'was', 'were', 'been', 'being'],
  have: ['have', 'has', 'had', 'having'],
  do: ['do', 'does', 'did', 'done', 'doing'],
  go: ['go', 'goes', 'went', 'gone', 'going'],
  get: ['get', 'gets', 'got', 'gotten', 'getting'],
  give: ['give', 'gives', 'gave', 'given', 'giving'],
  take: ['take', 'takes', 'took', 'taken', 'taking'],
  make: ['make', 'makes', 'made', 'making'],
  come: ['come', 'comes', 'came', 'coming'],
  become: ['become', 'becomes', 'became', 'becoming'],
  fall: ['fall', 'falls', 'fell', 'fallen', 'falling'],
  find: ['find', 'finds', 'found', 'finding'],
  feel: ['feel', 'feels', 'felt', 'feeling'],
  keep: ['keep', 'keeps', 'kept', 'keeping'],
  lose: ['lose', 'loses', 'lost', 'losing'],
  leave: ['leave', 'leaves', 'left', 'leaving'],
  learn: ['learn', 'learns', 'learned', 'learnt', 'learning'],
  meet: ['meet', 'meets', 'met', 'meeting'],
  read: ['read', 'reads', 'reading'],
  reread: ['reread', 'rereads', 'rereading'],
  write: ['write', 'writes', 'wrote', 'written', 'writing'],
  rewrite: ['rewrite', 'rewrites', 'rewrote', 'rewritten', 'rewriting'],
  say: ['say', 'says', 'said', 'saying'],
  see: ['see', 'sees', 'saw', 'seen', 'seeing'],
  sit: ['sit', 'sits', 'sat', 'sitting'],
  set: ['set', 'sets', 'setting'],
  put: ['put', 'puts', 'putting'],
  let: ['let', 'lets', 'letting'],
  cut: ['cut', 'cuts', 'cutting'],
  quit: ['quit', 'quits', 'quitting'],
  teach: ['teach', 'teaches', 'taught', 'teaching'],
  tell: ['tell', 'tells', 'told', 'telling'],
  think: ['think', 'thinks', 'thought', 'thinking'],
  understand: ['understand', 'understands', 'understood', 'understanding'],
  begin: ['begin', 'begins', 'began', 'begun', 'beginning'],
  bring: ['bring', 'brings', 'brought', 'bringing'],
  build: ['build', 'builds', 'built', 'building'],
  rebuild: ['rebuild', 'rebuilds', 'rebuilt', 'rebuilding'],
  break: ['break', 'breaks', 'broke', 'broken', 'breaking'],
  choose: ['choose', 'chooses', 'chose', 'chosen', 'choosing'],
  draw: ['draw', 'draws', 'drew', 'drawn', 'drawing'],
  earn: ['earn', 'earns', 'earned', 'earning'],
  hear: ['hear', 'hears', 'heard', 'hearing'],
  hold: ['hold', 'holds', 'held', 'holding'],
  know: ['know', 'knows', 'knew', 'known', 'knowing'],
  pay: ['pay', 'pays', 'paid', 'paying'],
  run: ['run', 'runs', 'ran', 'running'],
  send: ['send', 'sends', 'sent', 'sending'],
  show: ['show', 'shows', 'showed', 'shown', 'showing'],
  speak: ['speak', 'speaks', 'spoke', 'spoken', 'speaking'],
  spend: ['spend', 'spends', 'spent', 'spending'],
  stand: ['stand', 'stands', 'stood', 'standing'],
  weep: ['weep', 'weeps', 'wept', 'weeping'],
  withdraw: ['withdraw', 'withdraws', 'withdrew', 'withdrawn', 'withdrawing'],
  undergo: ['undergo', 'undergoes', 'underwent', 'undergone', 'undergoing'],
  rise: ['rise', 'rises', 'rose', 'risen', 'rising'],
  stick: ['stick', 'sticks', 'stuck', 'sticking'],
  seek: ['seek', 'seeks', 'sought', 'seeking'],
  blow: ['blow', 'blows', 'blew', 'blown', 'blowing'],
  cost: ['cost', 'costs', 'costing'],
  throw: ['throw', 'throws', 'threw', 'thrown', 'throwing'],
  dig: ['dig', 'digs', 'dug', 'digging'],
  fight: ['fight', 'fights', 'fought', 'fighting'],
  shake: ['shake', 'shakes', 'shook', 'shaken', 'shaking'],
  wear: ['wear', 'wears', 'wore', 'worn', 'wearing'],
  sleep: ['sleep', 'sleeps', 'slept', 'sleeping'],
  retake: ['retake', 'retakes', 'retook', 'retaken', 'retaking'],
  grow: ['grow', 'grows', 'grew', 'grown', 'growing'],
  drive: ['drive', 'drives', 'drove', 'driven', 'driving'],
  rely: ['rely', 'relies', 'relied', 'relying'],
  resit: ['resit', 'resits', 'resat', 'resitting'],
};

const VOWEL = /[aeiou]/;
const cache = new Map<string, readonly string[]>();

/**
 * The forms of an English verb (or of a noun, whose plural looks the same): base, -s, -ed, -ing.
 *
 * @param base - The base form in lower case.
 */
export function inflect(base: string): readonly string[] {
  const known = IRREGULAR[base] ?? cache.get(base);
  if (known) return known;
  const forms = [base, ...regular(base)];
  cache.set(base, forms);
  return forms;
}

function regular(base: string): string[] {
  const last = base.at(-1) ?? '';
  const before = base.at(-2) ?? '';
  if (last === 'e') return [`${base}s`, `${base}d`, `${base.slice(0, -1)}ing`];
  if (last === 'y' && !VOWEL.test(before))
    return [`${base.slice(0, -1)}ies`, `${base.slice(0, -1)}ied`, `${base}ing`];
  const thirdPerson = /(?:s|x|z|ch|sh|o)$/.test(base) ? `${base}es` : `${base}s`;
  const doubles = /^[^aeiou]*[aeiou][bdgklmnprt]$/.test(base) || /(?:mit|fer|cur|pel|trol|plan)$/.test(base);
  const stem = doubles ? base + last : base;
  return [thirdPerson, `${stem}ed`, `${stem}ing`];
}

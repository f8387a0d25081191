/** First names of invented applicants; none is part of another, so that names are told apart by them. */
const FIRST = [
  [
    'Zoë',
    'Jonas',
    "D'Arcy",
    'María',
    'Ann',
    'Ümit',
    'Niamh',
    'Lee',
    'Siobhán',
    'François',
    'Bjørn',
    'Łukasz',
  ],
  ['Anne-Marie', 'Chukwuemeka', 'Mehmet', 'Ines', 'Tariq', 'Olu', 'Wei', 'Yuki', 'Ramón', 'Ivana', 'Dmitri'],
  ['Kofi', 'Thu', 'Nils', 'Åsa', 'Óscar', 'Eun-ji', 'Farah', 'Gita', 'Håkon', 'Jørgen', 'Kateřina', 'Leïla'],
  [
    'Moses',
    'Noor',
    'Petra',
    'Quynh',
    'Rosa',
    'Sven',
    'Tomás',
    'Ulrike',
    'Vijay',
    'Wanjiru',
    'Xavier',
    'Yasmin',
  ],
  ['שרה', 'דוד', 'محمد', 'ليلى', 'Елена', '美玲'],
].flat();
const LAST = [
  [
    "O'Brien",
    'Müller',
    'Nguyen',
    'García',
    'Smith-Jones',
    'van der Berg',
    'Okafor',
    'Rossi',
    "N'Diaye",
    'Ångström',
  ],
  [
    'Šimková',
    'Yılmaz',
    'Fernández López',
    'de la Cruz',
    'Kowalczyk',
    'McAllister',
    'Haddad',
    'Tanaka',
    'Iyer',
  ],
  [
    'Björnsdóttir',
    'Großmann',
    'St. Clair',
    'Adeyemi',
    'Bauer',
    'Castillo',
    'Dubois',
    'Eriksen',
    'Ferreira',
    'Goh',
  ],
  [
    'Hassan',
    'Ibarra',
    'Jansen',
    'Khan',
    'Lindqvist',
    'Mbeki',
    'Novak',
    'Osei',
    'Papadopoulos',
    'Quist',
    'Rahman',
  ],
  ['Sato', 'Tran', 'Uddin', 'Vargas', 'Wójcik', 'Xu', 'Yamamoto', 'Zielinski', 'Abebe', 'Brandt', 'Chaudhry'],
  ['Delgado', 'Endo', 'Fofanah', 'Grant', 'Huang', 'Ito', 'כהן', 'لوي', 'Иванова', '陈'],
].flat();

/** As many applicants as there are names. */
export const MOST_APPLICANTS = FIRST.length * LAST.length;

/** Invented applicants, each with a name of their own. */
export function people(random) {
  return random.shuffled(FIRST.flatMap((first) => LAST.map((last) => ({ first, last }))));
}

export const nameOf = ({ first, last }) => `${first} ${last}`;

/** Ways in which applicants name their files, without the ending. */
const STYLES = [
  (person) => `${nameOf(person)} PS`,
  (person) => `${person.last}, ${person.first} - Personal Statement`,
  (person) => `${nameOf(person).replaceAll(' ', '_')}_personal_statement`,
  (person) => `PS ${nameOf(person)} (final) v2`,
  (person) => `${person.last.toUpperCase()} ${person.first}, draft 3`,
  (person) => `${person.first}.${person.last}`,
  // As a Mac writes accents.
  (person) => `${nameOf(person)} statement`.normalize('NFD'),
  (person) => `handed in late/${nameOf(person)} & copy`,
];

export function fileNameOf(person, random) {
  return random.pick(STYLES)(person);
}

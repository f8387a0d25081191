/** Word fields that are harmless alone and overwrought in pairs ("blood" and "ice", "hope" and "smoke"). */
export const intensity = {
  /** What is at stake. */
  'field-stakes': [
    '(hope|hopes|dream|dreams|world|worlds|life|future|heart|soul|spirit|sacrifice|sacrifices|universe|faith|identity|everything|calling|existence)',
  ],
  /** What is done to it. */
  'field-violence': [
    '(~break|~crush|~shatter|~snap|~drown|~bury|~drain|~collapse|~crumble|~burn|~bleed|~choke|~suffocate|~strangle|~stab|~pierce|~haunt|~howl|~scream|~wail|~spin|~spiral|~vanish|~evaporate|~wreck|~destroy|~swallow|~cave|~twist|~extinguish|~dissolve|~implode|~explode|~splinter|~gut|~consume|~hollow|~scar|~wound|~sob|~slam|~weep|~tremble|~plummet|~unravel|~slip|buried|broken|shattered)',
    '(tore|torn|tearing|rip|ripped|ripping|swept|sweeping|stole|stolen|shook|shaking|shaken|died|dying|crashed|crashing|fell through|fell silent|fall through|fall silent|emptied|went out)',
  ],
  /** Where it is felt. */
  'field-body': [
    '(blood|chest|stomach|gut|knees|throat|lungs|breath|bones|veins|face in my hands|skin|heartbeat|insides)',
  ],
  /** What it looks like. */
  'field-dark': [
    '(night|nights|dark|darkness|black|blackness|bleak|cold|storm|storms|rain|ice|fire|flames|smoke|ash|ashes|dust|abyss|void|pit|silence|silent|shadow|shadows|tomb|grave|ruins|valley|winter|fog|sea|ocean|waves|earthquake|thunder|lightning|cliff|floor)',
  ],
  /** How much of it there is. */
  'field-absolute': [
    '(ever|never|forever|nothing|everything|nobody|entire|entirely|whole|every|all|endless|endlessly|utterly|completely)',
  ],
  /** Strong words in weak company. */
  'strong-idiom': [
    '~break the news',
    '~swallow ..3 (textbook|book|pill|pills|pride|volume)',
    '~break down (the|each|every|my)',
    'burned out',
    'burnout',
    'night (shift|shifts|float|call|duty|duties)',
    '(fall|spring|winter|summer|study|short|long) (break|breaks)',
    'cold call',
    'dry ice',
    'black coffee',
    'fire drill',
  ],
  'field-pain': [
    '(hurt|hurts|pain|painful|agony|suffer|suffered|suffering|ache|ached|grief|grieve|grieved|sorrow|misery|anguish|despair)',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

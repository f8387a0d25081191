/** How a thousand statements begin; rules ask for it, roles do not. */
export const openings = {
  'cliche-opening': [
    '(ever since|since|from|for as long as|as far back as) ..2 (i was|childhood|a child|a young age|an early age|age|i can remember|i could walk|i could talk|my childhood|kindergarten|the age|a little)',
    '(as long as|as far back as) i can remember',
    '(as|when) (a|i was a) ..1 (young|little|small) ..1 (child|boy|girl|kid) ..12 (doctor|physician|medicine|hospital|stethoscope|healer|nurse|surgeon)',
    '(at|from) the age of ..12 (doctor|physician|medicine|surgeon|stethoscope|healer)',
    'i have always (wanted|dreamed|dreamt|known|loved helping|had a passion|been passionate|been fascinated|been drawn|felt|been interested)',
    'i (always|had always) (wanted|knew|dreamed) ..2 (to|that|of) ..4 (doctor|physician|help|medicine|heal|surgeon)',
    '(want|wanted|desire|passion|dream|calling) ..2 (to|for|of) (help|helping|serve|serving|heal|healing) (people|others|those)',
    '(lifelong|childhood|life-long) (dream|passion|goal|ambition|desire|calling)',
    '(dream|dreamed|dreamt|dreams) of (becoming|being) a ..1 (doctor|physician|surgeon)',
    '(medicine|being a (doctor|physician)|becoming a (doctor|physician)) (is|was|has been|has always been) ..3 (calling|passion|dream|destiny|what i)',
    '(born|destined|meant|called) to (be|become) a ..1 (doctor|physician|surgeon|healer|pediatrician|psychiatrist)',
    '(my|the) first (stethoscope|toy stethoscope|doctor kit)',
    '(toy|plastic) stethoscope',
    '(the|my) moment i (knew|realized) ..6 (doctor|physician|medicine|surgeon)',
    '(webster|merriam-webster|dictionary|oxford) ..4 (defines|define|definition)',
    '(as|in the words of) ..5 (once said|said|wrote|put it|famously)',
    '(osler|hippocrates|gandhi|einstein|maya angelou|mother teresa|schweitzer|paul farmer) ..4 (said|wrote|once|reminds|observed)',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** The families above. */
export const OPENING_FAMILIES = Object.keys(openings) as readonly (keyof typeof openings)[];

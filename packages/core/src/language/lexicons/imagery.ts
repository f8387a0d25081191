/** Things that stand for a setback, or for the writer, in overwrought telling; as classes for the patterns. */
export const imagery = {
  /** What ruin is likened to. */
  calamity: [
    '(funeral|burial|grave|graveyard|cemetery|tomb|coffin|coffins|corpse|ghost|ghosts|gallows|noose|guillotine|executioner|execution|deathbed|autopsy|morgue|undertaker|hearse)',
    '(bomb|bombs|bombshell|explosion|grenade|landmine|earthquake|tsunami|hurricane|tornado|cyclone|storm|thunderbolt|thunderclap|lightning|avalanche|landslide|flood|hail|plague|wildfire|shipwreck|wreck|wreckage|debris|rubble|ruins|ashes|embers|crater|wasteland|battlefield)',
    '(tidal|rogue) wave',
    '(firing squad|war zone|house on fire|burning (house|building)|freight train|wrecking ball|black hole|trap door|free fall|open wound|sinking ship|judgment day)',
    '(train|car|plane) (wreck|crash)',
    '(by|under|beneath|before) a ..1 (truck|bus|train|car|semi)',
    '(sledgehammer|anvil|axe|sword|blade|dagger|knife|bullet|bullets|gunshot|whip|spear|arrow|fist)',
    '(cliff|precipice|abyss|void|chasm|quicksand|pit|whirlpool|undertow|riptide|freefall|trapdoor)',
    '(prison|prisoner|cage|chains|shackles|exile|convict|captive|castaway|orphan|widow|widows|beggar|leper|pariah|fugitive|refugee|condemned|criminal|thief|sinner)',
    '(hell|purgatory|demon|demons|devil|angel|crucifixion|doomsday|apocalypse|armageddon|altar)',
    '(death|dead|dying|died|drowned|drowning|drown|suffocating|bleeding|hanged|shot|stabbed|strangled|gutted|scooped|amputated|beheaded|buried|crushed|shattered|hollowed|unplugged|erased|orphaned|widowed|skinned|wounded|executed|sentenced|cursed)',
    '(candle|candles|chandelier|cathedral|veil|mirror|glass|porcelain|shell|husk|statue|scarecrow|puppet|puddle|raft|shipwrecked)',
  ],
  /** What shines, sounds and turns for everybody, and is said to have stopped. */
  cosmos: [
    '(sun|moon|stars|sky|heavens|heaven|light|lights|candle|candles|lamp|lamps|lantern|chandelier|flame|music|song|colors|colours|color|colour|clock|clocks|bells)',
  ],
  /** What a writer who passes sentence calls themselves. */
  lowly: [
    '(fraud|fake|phony|impostor|imposter|pretender|poser|counterfeit|imitation|forgery|failure|disgrace|embarrassment|disappointment|letdown|burden|liability|joke|punchline|laughingstock|idiot|moron|fool|imbecile|dunce|dummy|dullard|dimwit|simpleton|halfwit|ignoramus|loser|weakling|coward|quitter|screwup|screw-up|waste|nobody|mistake|liar|cheat|thief|danger|hazard|menace|murderer|killer|monster|parasite|leech|dud|reject|misfit|outcast|hack|quack|charlatan|hypocrite|traitor|deadweight|sham|afterthought)',
    '(weak link|black sheep|lost cause|hopeless case|cautionary tale|dead weight|punch line)',
  ],
  /** The beasts and things to which such a writer likens themselves. */
  mere: [
    '(donkey|ass|mule|goat|pig|sheep|cow|ox|pony|monkey|parrot|worm|insect|rat|cockroach|weed|jar|vessel|pot|bucket|costume|mask|scarecrow|mannequin|puppet|doll|robot|machine|component|instrument|apparatus|copy|photocopy|replica|stump|bell|drum|vase|volume|manuscript|footnote|shell|husk|intruder|trespasser|squatter|stowaway|servant|coin|relic)',
    '(fig|barren|dead|hollow) tree',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

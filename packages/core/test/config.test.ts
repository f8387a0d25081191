import {
  type AnyRule,
  KINDS,
  limitFor,
  lint,
  mergeConfigs,
  PRESETS,
  parseConfig,
  parsePlugin,
  parseProfile,
  presetConfig,
  residencyBefore,
  rules,
  SPECIALTIES,
  specialtyId,
  specialtyName,
} from '@narrative-lint/core';
import { describe, expect, it } from 'vitest';
import { nearest } from '../src/config/nearest.ts';

const problemsOf = (front: string) =>
  lint(`---\n${front}\n---\nI bake.`).problems.map(({ line, message }) => `${line} ${message}`);

describe('front matter', () => {
  it('gives kind and profile', () => {
    const { kind, profile, problems } = lint(
      '---\ntitle: Mine\nkind: Interruption\nspecialty: OB/GYN\nsetbacks:\n  - {what: Step 1, attempts: "2", passed: yes, date: 2024-06}\n  - what: leave\n    date: 2023\n    addressedIn: interruption\nscores:\n  usmle-step-2-ck: "247"\n---\nI bake.',
    );
    expect(problems).toEqual([]);
    expect(kind).toBe('interruption');
    expect(profile).toEqual({
      specialty: 'obstetrics-and-gynecology',
      setbacks: [
        { what: 'usmle-step-1', attempts: 2, passed: true, date: '2024-06' },
        { what: 'leave', date: '2023', addressedIn: 'interruption' },
      ],
      scores: { 'usmle-step-2-ck': 247 },
    });
  });

  it('takes dates as YAML readers hand them over, and empty keys as left out', () => {
    const { profile, problems } = parseProfile({
      specialty: null,
      setbacks: [{ what: 'gap', date: new Date('2024-06-15') }],
    });
    expect(problems).toEqual([]);
    expect(profile).toEqual({ setbacks: [{ what: 'gap', date: '2024-06-15' }] });
  });

  it.each([
    [
      'kind: personal statment',
      '2 front matter: kind: "personal-statment" is not known here. Did you mean "personal-statement"?',
    ],
    ['specality: IM', '2 front matter: unknown key "specality". Did you mean "specialty"?'],
    [
      'profile:\n  setbacks:\n    - what: leave\n  scores: {usmle-step-3: 210}',
      '3 front matter: unknown key "profile". Write "setbacks" and "scores" one level up, without "profile".',
    ],
    [
      'profile:\n  specialty: IM',
      '3 front matter: unknown key "profile". Write "specialty" one level up, without "profile".',
    ],
    [
      'specialty: internal medecine',
      '2 front matter: specialty: "internal medecine" is not a known specialty. Did you mean "internal medicine"?',
    ],
    [
      'specialty: Cardiology',
      '2 front matter: specialty: "Cardiology" is trained in after a residency; name the residency before it, such as internal medicine.',
    ],
    [
      'specialty: palliative medicine fellowship',
      '2 front matter: specialty: "palliative medicine fellowship" is trained in after a residency; name the residency that you apply to.',
    ],
    [
      'setbacks:\n  - what: usmle-step1',
      '3 front matter: setbacks[0].what: "usmle-step1" is not known here. Did you mean "usmle-step-1"?',
    ],
    [
      'setbacks:\n  - what: leave\n    atempts: 2',
      '4 front matter: unknown key "atempts" in setbacks[0]. Did you mean "attempts"?',
    ],
    ['setbacks:\n  - passed: true', '3 front matter: setbacks[0].what is missing.'],
    [
      'setbacks:\n  - what: leave\n    attempts: 0',
      '4 front matter: setbacks[0].attempts: 0 must be 1 or more.',
    ],
    [
      'setbacks:\n  - what: leave\n    date: June',
      '4 front matter: setbacks[0].date: "June" must be a date such as 2024, 2024-06 or 2024-06-15.',
    ],
    ['setbacks: leave', '2 front matter: setbacks: "leave" must be a list.'],
    [
      'scores:\n  usmle-step-2: 240',
      '3 front matter: unknown exam "usmle-step-2" in scores. Did you mean "usmle-step-2-ck"?',
    ],
    [
      'scores:\n  usmle-step-2-ck: 24X',
      '3 front matter: scores.usmle-step-2-ck: "24X" must be a whole number.',
    ],
    [
      'just words',
      'undefined front matter: must hold names with values, one a line, such as "kind: personal-statement".',
    ],
  ])('says what is wrong with %j', (front, message) => {
    expect(problemsOf(front)).toEqual([message]);
  });

  it('says where it is no YAML, and the draft is linted without it', () => {
    const { problems, counts, kind } = lint('---\nkind: [a\nb\n---\nI bake.');
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toMatch(/^front matter: not valid YAML: line 3: /);
    expect(problems[0]?.line).toBe(3);
    expect([counts.words, kind]).toEqual([2, 'personal-statement']);
  });

  it('keeps what is right beside what is wrong', () => {
    const { kind, profile } = lint('---\nkind: hobby\nspecialty: xx\n---\nI bake.');
    expect([kind, profile]).toEqual(['hobby', {}]);
  });
});

describe('settings', () => {
  const draft = '---\nkind: hobby\nspecialty: IM\nscores: {usmle-step-3: 210}\n---\nI bake.';

  it('of the call win over front matter, and that over the configuration', () => {
    const config = {
      kind: 'secondary',
      profile: { specialty: 'urology', scores: { 'usmle-step-2-ck': 240 } },
    } as const;
    expect(lint('I bake.', { config }).kind).toBe('secondary');
    const { kind, profile } = lint(draft, { config });
    expect(kind).toBe('hobby');
    expect(profile).toEqual({
      specialty: 'internal-medicine',
      scores: { 'usmle-step-2-ck': 240, 'usmle-step-3': 210 },
    });
    const called = lint(draft, { config, kind: 'experience', profile: { specialty: 'pathology' } });
    expect([called.kind, called.profile.specialty]).toEqual(['experience', 'pathology']);
  });
});

describe('a configuration', () => {
  it('gives rules, limits and profile', () => {
    const { config, problems } = parseConfig({
      $schema: 'x',
      kind: 'hobby',
      specialty: 'ENT',
      rules: {
        'one-page': ['warning', { minimum: '200' }],
        'no-placeholders': false,
        'eras-length': 'error',
        'eras-characters': ['off'],
      },
      limits: { hobby: 500 },
      minimumConfidence: 0.5,
    });
    expect(problems).toEqual([]);
    expect(config).toEqual({
      kind: 'hobby',
      profile: { specialty: 'otolaryngology' },
      rules: {
        'one-page': ['warning', { minimum: 200 }],
        'no-placeholders': 'off',
        'eras-length': 'error',
        'eras-characters': ['off'],
      },
      limits: { hobby: 500 },
      minimumConfidence: 0.5,
    });
  });

  it.each([
    [
      { rules: { 'no-placeholder': 'off' } },
      'unknown rule "no-placeholder" in rules. Did you mean "no-placeholders"?',
    ],
    [{ rules: { 'one-page': 'eror' } }, 'rules.one-page: "eror" is not known here. Did you mean "error"?'],
    [
      { rules: { 'one-page': ['error', { minimun: 3 }] } },
      'unknown option "minimun" in rules.one-page[1]. Did you mean "minimum"?',
    ],
    [{ rules: { 'one-page': ['error', { minimum: 0 }] } }, 'rules.one-page[1].minimum: 0 must be 1 or more.'],
    [
      { rules: { 'no-placeholders': ['error', { ignore: 'x' }] } },
      'rules.no-placeholders[1].ignore: "x" must be a list.',
    ],
    [{ limits: { hoby: 3 } }, 'unknown kind "hoby" in limits. Did you mean "hobby"?'],
    [{ minimumConfidence: 2 }, 'minimumConfidence: 2 must be a number from 0 to 1.'],
    [{ rule: {} }, 'unknown key "rule". Did you mean "rules"?'],
    [[], 'must hold names with values, one a line, such as "kind: personal-statement".'],
  ])('that is wrong, %j, is told', (value, message) => {
    expect(parseConfig(value, 'my.json').problems.map((problem) => problem.message)).toEqual([
      `my.json: ${message}`,
    ]);
  });

  it('sets severity, options and the least confidence', () => {
    const text = 'I scored a 24X on Step 2.';
    const messages = (rules: NonNullable<Parameters<typeof lint>[1]>['config']) =>
      lint(text, { ...(rules ? { config: rules } : {}) }).messages.filter(
        ({ ruleId }) => ruleId === 'no-placeholders',
      );
    expect(messages({})).toHaveLength(1);
    expect(messages({ rules: { 'no-placeholders': 'suggestion' } })[0]).toMatchObject({
      severity: 'suggestion',
      fatal: undefined,
    });
    expect(messages({ rules: { 'no-placeholders': ['error', { ignore: ['24X'] }] } })).toEqual([]);
    expect(messages({ rules: { 'no-placeholders': 'off' } })).toEqual([]);
  });
});

describe('presets', () => {
  const quiet = {
    ...rules[0],
    meta: { ...rules[0]?.meta, id: 'quiet', offByDefault: true, severity: 'suggestion', kinds: undefined },
    check: ({ report }: { report: (finding: object) => void }) =>
      report({ messageId: Object.keys(rules[0]?.meta.messages ?? {})[0] }),
  } as unknown as AnyRule;
  const found = (value: unknown) => {
    const { config, problems } = parseConfig(value, 'my.json', [quiet]);
    expect(problems).toEqual([]);
    return lint('I bake.', { config, ruleSet: [quiet] }).messages.map(({ severity }) => severity);
  };

  it('leave a rule off that is off by default, but for strict, until it has a severity', () => {
    expect(found({})).toEqual([]);
    expect(found({ extends: 'recommended' })).toEqual([]);
    expect(found({ extends: 'strict' })).toEqual(['warning']);
    expect(found({ extends: ['strict', 'eras-only'] })).toEqual([]);
    expect(found({ rules: { quiet: 'error' } })).toEqual(['error']);
  });

  it('cover every rule, whatever is added', () => {
    expect(Object.keys(presetConfig('strict', rules).rules ?? {})).toEqual(rules.map(({ meta }) => meta.id));
    const kept = Object.keys(presetConfig('eras-only', rules).rules ?? {});
    expect(kept).not.toContain('no-placeholders');
    expect(rules.filter(({ meta }) => meta.group === 'eras-form' && kept.includes(meta.id))).toEqual([]);
    for (const preset of PRESETS) expect(parseConfig({ extends: preset }).problems).toEqual([]);
  });
});

describe('merging', () => {
  it('lets the later one win, and a severity alone keeps the options', () => {
    expect(
      mergeConfigs(
        {
          kind: 'hobby',
          profile: { specialty: 'urology' },
          rules: { a: ['error', { n: 3 }], b: 'off' },
          limits: { hobby: 1 },
        },
        { rules: { a: 'warning', b: 'error' }, limits: { secondary: 2 } },
      ),
    ).toEqual({
      kind: 'hobby',
      profile: { specialty: 'urology' },
      rules: { a: ['warning', { n: 3 }], b: 'error' },
      limits: { hobby: 1, secondary: 2 },
    });
  });

  it('is told where only a file can do it', () => {
    const value = { extends: './a.json', overrides: [{ files: 'a.md' }], ignore: 'b', plugins: ['./c.js'] };
    expect(parseConfig(value, 'x').problems.map(({ message }) => message)).toEqual(
      ['extends: "./a.json"', 'overrides', 'ignore', 'plugins'].map(
        (what) => `x: ${what} works only in a configuration file.`,
      ),
    );
  });
});

describe('a plugin', () => {
  const meta = {
    id: 'x',
    group: 'facts',
    severity: 'error',
    summary: 's',
    why: 'w',
    ask: 'a',
    source: 's',
    messages: {},
  };
  const check = () => undefined;

  it.each([
    ['one rule', { meta, check }],
    ['a list', [{ meta, check }]],
    ['a module', { default: { rules: [{ meta, check }] } }],
  ])('may be %s', (_, value) => {
    const parsed = parsePlugin(value, 'x.js');
    expect(parsed.problems).toEqual([]);
    expect(parsed.rules.map((rule) => rule.meta.id)).toEqual(['x']);
  });

  it.each([
    [
      { meta: { ...meta, group: 'fact' }, check },
      'x.js: rule x: meta.group: "fact" is not known here. Did you mean "facts"?',
    ],
    [{ meta }, 'x.js: rule x: check is missing.'],
    [{ meta: { ...meta, share: 'half' }, check }, 'x.js: rule x: meta.share: "half" must be a number.'],
    [
      { meta: { ...meta, options: { n: { default: {}, description: 'd' } } }, check },
      'x.js: rule x: meta.options.n.default: {} must be a number, true or false, words, or a list of words.',
    ],
    ['rule', 'x.js: the file must hold names with values.'],
    [{}, 'x.js: holds no rule; export one, or a list of them, as default.'],
  ])('that is wrong is told', (value, message) => {
    expect(parsePlugin(value, 'x.js').problems.map((problem) => problem.message)).toEqual([message]);
  });
});

describe('specialties', () => {
  it.each([
    ['OB/GYN', 'obstetrics-and-gynecology'],
    ['PM&R', 'physical-medicine-and-rehabilitation'],
    ['Med-Peds', 'internal-medicine-pediatrics'],
    ['Osteopathic Family Medicine', 'family-medicine'],
    ['IM Residency', 'internal-medicine'],
    ['Orthopedic Surgery', 'orthopaedic-surgery'],
    ['Transitional Year (TY)', 'transitional-year'],
    ['Preliminary Medicine', 'preliminary-medicine'],
    ['Triple Board', 'pediatrics-psychiatry-child-psychiatry'],
    ['physical-medicine-rehabilitation', 'physical-medicine-and-rehabilitation'],
    ['Family Med', 'family-medicine'],
    ['IM-prelim', 'preliminary-medicine'],
    ['Prelim General Surgery', 'preliminary-surgery'],
    ['gyn', 'obstetrics-and-gynecology'],
    ['cardiology', undefined],
    ['Basket weaving', undefined],
  ])('%s', (name, id) => {
    expect(specialtyId(name)).toBe(id);
  });

  it('are told apart from what follows a residency', () => {
    for (const { id, aliases } of SPECIALTIES)
      for (const name of [id, ...aliases]) expect([name, residencyBefore(name)]).toEqual([name, undefined]);
  });

  it('have names and aliases of one meaning each', () => {
    const names = SPECIALTIES.flatMap(({ id, aliases }) => [id, ...aliases]);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
    for (const { id, name } of SPECIALTIES) {
      expect(specialtyId(name)).toBe(id);
      expect(specialtyName(id)).toBe(name);
    }
  });
});

describe('limits', () => {
  it('name a source for every kind', () => {
    for (const kind of KINDS) expect(limitFor(kind).source).not.toBe('');
    expect(limitFor('personal-statement')).toMatchObject({ characters: 28_000, confirmed: true });
    expect(limitFor('experience').characters).toBe(750);
    expect(limitFor('interview-answer').characters).toBeUndefined();
  });

  it('are those of the season, and of a configuration before that', () => {
    expect(limitFor('hobby', 2031)).toEqual(limitFor('hobby', 2027));
    expect(limitFor('hobby', 2001)).toEqual(limitFor('hobby', 2027));
    expect(limitFor('hobby', 2027, { hobby: 20 })).toMatchObject({ characters: 20, confirmed: true });
    expect(lint('I bake.', { kind: 'hobby', config: { limits: { hobby: 20 } } }).counts.characterLimit).toBe(
      20,
    );
  });
});

describe('the nearest name', () => {
  it('is found for a slip and not for another word', () => {
    expect(nearest('warnign', ['error', 'warning'])).toBe('warning');
    expect(nearest('usmle-step-2', ['usmle-step-1', 'usmle-step-2-ck'])).toBe('usmle-step-2-ck');
    expect(nearest('xyzzy', ['error', 'warning'])).toBeUndefined();
    expect(nearest('x', [])).toBeUndefined();
  });
});

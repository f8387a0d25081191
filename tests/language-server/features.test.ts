import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type {
  CodeAction,
  CompletionItem,
  DocumentSymbol,
  Hover,
  Range,
  SemanticTokens,
} from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Client, startClient } from './client.ts';

interface RegistrationParams {
  readonly registrations: readonly { readonly registerOptions: { readonly watchers?: readonly unknown[] } }[];
}

const DRAFT = `---
kind: personal-statement
---

I failed Step 1 in May on my first attempt. Through no fault of my own, the exam was unfairly graded.

After that I met with a learning specialist every week and replaced rereading with active recall. I passed on my second attempt and scored 244 on Step 2 CK. My attending wrote \u201Csafe\u201D.
`;
let folder: string;
let client: Client;
let uri: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'narrative-lint-server-'));
  uri = at('mine.md');
  client = await startClient({
    workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'drafts' }],
    capabilities: { workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } } },
  });
});
afterEach(async () => {
  await client.stop();
  await rm(folder, { recursive: true });
});

const at = (name: string) => pathToFileURL(join(folder, name)).href;
const ask = <T>(method: string, params: object, of = uri) =>
  client.connection.sendRequest<T>(method, { textDocument: { uri: of }, ...params });
const placeOf = (text: string, words: string, source = DRAFT): Range => {
  const document = TextDocument.create('', '', 0, source);
  const start = source.indexOf(words);
  return { start: document.positionAt(start), end: document.positionAt(start + text.length) };
};
const on = (words: string) => placeOf(words, words);
const actionsAt = (range: Range, only?: string[]) =>
  ask<CodeAction[]>('textDocument/codeAction', {
    range,
    context: { diagnostics: [], ...(only ? { only } : {}) },
  });
const applied = (action: CodeAction | undefined, to = uri, source = DRAFT) =>
  TextDocument.applyEdits(TextDocument.create('', '', 0, source), action?.edit?.changes?.[to] ?? []);

describe('diagnostics', () => {
  it('say where, how bad, which rule, and where it is explained', async () => {
    client.open(uri, DRAFT);
    const found = (await client.diagnostics(uri)).find(({ code }) => code === 'no-excuse-framing');
    expect(found).toMatchObject({
      severity: 1,
      source: 'narrative-lint',
      codeDescription: { href: expect.stringContaining('no-excuse-framing') },
      message: expect.stringContaining('Through no fault of my own'),
    });
    expect(DRAFT.split('\n')[found?.range.start.line ?? 0]?.slice(found?.range.start.character)).toMatch(
      /^Through no fault/,
    );
  });

  it('show what is wrong with front matter at its line', async () => {
    client.open(uri, DRAFT.replace('---\n\nI', 'specialty: internal-medicin\n---\n\nI'));
    const wrong = (await client.diagnostics(uri)).find(({ code }) => code === 'front-matter');
    expect(wrong).toMatchObject({ severity: 1, range: { start: { line: 2 } } });
    expect(wrong?.message).toContain('Did you mean "internal-medicine"');
  });

  it('fade what stands past the limit', async () => {
    client.open(uri, `---\nkind: hobby\n---\n\n${'I row. '.repeat(60)}`);
    const long = (await client.diagnostics(uri)).find(({ code }) => code === 'eras-length');
    expect(long?.tags).toEqual([1]);
  });
});

describe('documents that are no drafts', () => {
  it('are left alone, and can be checked all the same', async () => {
    const plain = DRAFT.replace(/^---[\s\S]*?---\n/, '');
    for (const name of ['README.md', 'personal-statements/README.md', 'notes.md']) {
      client.open(at(name), plain);
      expect(await client.diagnostics(at(name))).toEqual([]);
    }
    for (const name of [
      'my-personal-statement.md',
      'smith.eras.md',
      'Personal Statement v2.txt',
      'personal-statement/one.md',
    ]) {
      client.open(at(name), plain);
      expect((await client.diagnostics(at(name))).length).toBeGreaterThan(0);
    }
    client.open(at('personal-statement.py'), plain, 'python');
    expect(await client.diagnostics(at('personal-statement.py'))).toEqual([]);

    const some = client.until(at('notes.md'), (diagnostics) => diagnostics.length > 0);
    const status = await client.connection.sendRequest('narrativeLint/check', {
      uri: at('notes.md'),
      check: 'always',
    });
    expect(status).toMatchObject({
      linted: true,
      reason: 'asked',
      draft: { kind: 'personal-statement', kindStated: false },
    });
    await some;
    expect(
      await client.connection.sendRequest('narrativeLint/check', { uri: at('notes.md'), check: 'by-rules' }),
    ).toMatchObject({ linted: false });
  });
});

describe('code actions', () => {
  it('correct one character, or all as --fix does', async () => {
    client.open(uri, DRAFT);
    const actions = await actionsAt(on('\u201C'));
    expect(applied(actions.find(({ isPreferred }) => isPreferred))).toBe(DRAFT.replace('\u201C', '"'));
    const all = await actionsAt(on('I failed'), ['source.fixAll']);
    expect(all.map(({ kind }) => kind)).toEqual(['source.fixAll.narrativeLint']);
    expect(applied(all[0])).toBe(DRAFT.replace('\u201C', '"').replace('\u201D', '"'));
  });

  it('ignore a finding by a comment above its paragraph', async () => {
    client.open(uri, DRAFT);
    const ignore = (await actionsAt(on('no fault'))).find(
      ({ title }) => title === 'Ignore no-excuse-framing here',
    );
    expect(applied(ignore)).toBe(
      DRAFT.replace('\nI failed', '\n<!-- narrative-lint disable-next no-excuse-framing -->\nI failed'),
    );
  });

  it('turn a rule off in a configuration that is there, or make one', async () => {
    client.open(uri, DRAFT);
    const off = (actions: readonly CodeAction[]) =>
      actions.find(({ title }) => title === 'Turn no-excuse-framing off in the configuration');
    const made = off(await actionsAt(on('no fault')))?.edit?.documentChanges;
    expect(made).toMatchObject([
      { kind: 'create', uri: at('narrative-lint.config.json') },
      { edits: [{ newText: expect.stringContaining('"no-excuse-framing": "off"') }] },
    ]);

    const config = '// mine\n{\n  "rules": {\n    "one-page": "off"\n  }\n}\n';
    await writeFile(join(folder, 'narrative-lint.config.jsonc'), config);
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: at('narrative-lint.config.jsonc'), type: 1 }],
    });
    const action = off(await actionsAt(on('no fault')));
    expect(applied(action, at('narrative-lint.config.jsonc'), config)).toBe(
      '// mine\n{\n  "rules": {\n    "one-page": "off",\n    "no-excuse-framing": "off"\n  }\n}\n',
    );
  });

  it('dismiss a finding, which is kept in a file beside the draft and can be taken back', async () => {
    client.open(uri, DRAFT);
    expect((await client.diagnostics(uri)).map(({ code }) => code)).toContain('no-excuse-framing');
    const action = (await actionsAt(on('no fault'))).find(
      ({ title }) => title === 'Dismiss this finding of no-excuse-framing',
    );
    const silent = client.until(uri, (found) => found.every(({ code }) => code !== 'no-excuse-framing'));
    await client.connection.sendRequest('workspace/executeCommand', {
      command: action?.command?.command,
      arguments: action?.command?.arguments,
    });
    expect((await silent).length).toBeGreaterThan(0);
    const file = join(folder, 'narrative-lint.suppressions.json');
    const held = await readFile(file, 'utf8');
    expect(JSON.parse(held)).toMatchObject({
      dismissed: { 'mine.md': { 'no-excuse-framing': [expect.stringMatching(/^[0-9a-f]{16}$/)] } },
    });
    expect(held).not.toContain('fault');

    const back = client.until(uri, (found) => found.some(({ code }) => code === 'no-excuse-framing'));
    await rm(file);
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: at('narrative-lint.suppressions.json'), type: 3 }],
    });
    await back;
  });

  it('explain a rule', async () => {
    client.open(uri, DRAFT);
    const explain = (await actionsAt(on('no fault'))).find(
      ({ title }) => title === 'Explain no-excuse-framing',
    );
    expect(explain?.command).toMatchObject({
      command: 'narrative-lint.explainRule',
      arguments: ['no-excuse-framing'],
    });
    const told = await client.connection.sendRequest<{ markdown: string }>('narrativeLint/explain', {
      rule: 'no-excuse-framing',
    });
    expect(told.markdown).toContain('**Why.**');
    expect(told.markdown).not.toContain('[[');
  });
});

describe('what a draft tells', () => {
  it('is said on hover: role, cues, why and question', async () => {
    client.open(uri, DRAFT);
    const hover = await ask<Hover>('textDocument/hover', { position: on('fault').start });
    const value = (hover.contents as { value: string }).value;
    expect(value).toContain('**excuse**');
    expect(value).toContain('Because of:');
    expect(value).toContain('?**');
  });

  it('is the outline', async () => {
    client.open(uri, DRAFT);
    const symbols = await ask<DocumentSymbol[]>('textDocument/documentSymbol', {});
    expect(symbols.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['What happened', 'What changed', 'Evidence']),
    );
    expect(symbols[0]?.detail).toMatch(/^\d+ words, \d+%$/);
    expect(symbols[0]?.children?.[0]?.name).toContain('I failed Step 1');
    const { markdown } = await client.connection.sendRequest<{ markdown: string }>('narrativeLint/outline', {
      uri,
    });
    expect(markdown).toContain('## What happened');
  });

  it('is coloured by semantic tokens', async () => {
    client.open(uri, DRAFT);
    const { data } = await ask<SemanticTokens>('textDocument/semanticTokens/full', {});
    expect(data.slice(0, 4)).toEqual([4, 0, expect.any(Number), 0]);
    const { roles } = await client.connection.sendRequest<{ roles: { role: string; cues: string[] }[] }>(
      'narrativeLint/roles',
      { uri },
    );
    expect(roles[0]).toMatchObject({ role: 'setback', cues: expect.arrayContaining([expect.any(String)]) });
    expect(data.length / 5).toBeGreaterThanOrEqual(roles.length);
  });

  it('shows lenses and hints only when they are switched on', async () => {
    client.open(uri, DRAFT);
    const whole = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
    expect(await ask('textDocument/codeLens', {})).toEqual([]);
    expect(await ask('textDocument/inlayHint', { range: whole })).toEqual([]);
    await client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { narrativeLint: { codeLens: true, inlayHints: true } },
    });
    expect(await ask('textDocument/codeLens', {})).not.toEqual([]);
    expect(await ask('textDocument/inlayHint', { range: whole })).toContainEqual(
      expect.objectContaining({ label: 'setback' }),
    );
  });
});

describe('front matter', () => {
  const complete = async (text: string, line: number) => {
    client.open(uri, text);
    const character = text.split('\n')[line]?.length ?? 0;
    const items = await ask<CompletionItem[]>('textDocument/completion', { position: { line, character } });
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    return items.map(({ label }) => label);
  };

  it('is completed from the schema', async () => {
    expect(await complete('---\n\n---\n', 1)).toEqual(['kind', 'specialty', 'setbacks', 'scores']);
    expect(await complete('---\nkind: \n---\n', 1)).toContain('personal-statement');
    expect(await complete('---\nspecialty: \n---\n', 1)).toContain('internal-medicine');
    expect(await complete('---\nsetbacks:\n  - what: \n---\n', 2)).toContain('usmle-step-1');
    expect(await complete('---\nsetbacks:\n  - what: leave\n    \n---\n', 3)).toEqual(
      expect.arrayContaining(['attempts', 'passed', 'date']),
    );
    expect(await complete('---\nsetbacks:\n  - \n---\n', 2)).toContain('what');
    expect(await complete('---\nscores:\n  \n---\n', 2)).toContain('usmle-step-2-ck');
    expect(await complete('---\nkind: hobby\n---\n\nI \n', 4)).toEqual([]);
    expect(await complete('I \n', 0)).toEqual([]);
  });

  it('is explained on hover', async () => {
    client.open(uri, DRAFT);
    const hover = await ask<Hover>('textDocument/hover', { position: { line: 1, character: 1 } });
    expect((hover.contents as { value: string }).value).toContain('`interruption`');
  });

  it('is set by a request', async () => {
    const set = async (text: string, key: string, value: string) => {
      client.open(uri, text);
      const edits = await client.connection.sendRequest<never[]>('narrativeLint/setFrontMatter', {
        uri,
        key,
        value,
      });
      await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
      return TextDocument.applyEdits(TextDocument.create('', '', 0, text), edits);
    };
    expect(await set('I row.\n', 'kind', 'hobby')).toBe('---\nkind: hobby\n---\n\nI row.\n');
    expect(await set('---\nkind: hobby # mine\n---\nI row.\n', 'kind', 'secondary')).toBe(
      '---\nkind: secondary # mine\n---\nI row.\n',
    );
    expect(await set('---\nkind: hobby\n---\nI row.\n', 'specialty', 'urology')).toBe(
      '---\nspecialty: urology\nkind: hobby\n---\nI row.\n',
    );
    expect(await set('---\nkind:\n---\nI row.\n', 'kind', 'hobby')).toBe('---\nkind: hobby\n---\nI row.\n');
  });

  it('says more in a status', async () => {
    client.open(uri, DRAFT);
    expect(await client.connection.sendRequest('narrativeLint/status', { uri })).toMatchObject({
      linted: true,
      reason: 'front-matter',
      draft: {
        kind: 'personal-statement',
        characterLimit: 28000,
        failureWords: expect.any(Number),
        fixable: 2,
      },
    });
  });
});

describe('a configuration', () => {
  const config = () => at('narrative-lint.config.json');
  const write = async (text: string) => {
    await writeFile(join(folder, 'narrative-lint.config.json'), text);
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: config(), type: 2 }],
    });
  };

  it('counts at once, and one that is wrong is told in its file while the last right one counts', async () => {
    client.open(uri, DRAFT);
    expect((await client.diagnostics(uri)).map(({ code }) => code)).toContain('no-excuse-framing');
    const silent = client.until(uri, (found) => found.every(({ code }) => code !== 'no-excuse-framing'));
    await write('{\n  "rules": { "no-excuse-framing": "off" }\n}\n');
    await silent;

    const told = client.until(config(), (found) => found.length > 0);
    await write('{\n  "rules": {\n    "no-excuse-framing": "off",\n    "no-excuses": "off"\n  }\n}\n');
    expect(await told).toMatchObject([
      {
        severity: 1,
        code: 'configuration',
        range: { start: { line: 3 } },
        message: expect.stringContaining('no-excuses'),
      },
    ]);
    const status = await client.connection.sendRequest<{ draft: { findings: { error: number } } }>(
      'narrativeLint/status',
      { uri },
    );
    expect(
      client.published.findLast((one) => one.uri === uri)?.diagnostics.map(({ code }) => code),
    ).not.toContain('no-excuse-framing');
    expect(status.draft.findings.error).toBe(0);

    const broken = client.until(config(), (found) =>
      found.some(({ message }) => message.includes('is not valid JSON')),
    );
    await write('{ "rules": ');
    await broken;
    const gone = client.until(config(), (found) => found.length === 0);
    await write('{}\n');
    await gone;
  });

  it('is watched with all that it extends, and runs no program where the folder is not trusted', async () => {
    const said: string[] = [];
    const watchers: unknown[] = [];
    const other = await startClient(
      {
        workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'drafts' }],
        capabilities: {
          workspace: { didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true } },
        },
      },
      (connection) => {
        connection.onNotification('window/showMessage', ({ message }: { message: string }) =>
          said.push(message),
        );
        connection.onRequest('client/registerCapability', ({ registrations }: RegistrationParams) => {
          watchers.push(...registrations.flatMap((one) => one.registerOptions.watchers ?? []));
          return null;
        });
      },
    );
    await writeFile(join(folder, 'base.json'), '{}');
    await writeFile(join(folder, 'rule.js'), 'throw new Error("ran")');
    await writeFile(
      join(folder, 'narrative-lint.config.json'),
      '{ "extends": "./base.json", "plugins": ["./rule.js"], "rules": { "their-rule": "error" } }',
    );
    other.open(uri, DRAFT);
    other.open(at('other.ps.md'), DRAFT);
    expect((await other.diagnostics(uri)).map(({ code }) => code)).toContain('no-excuse-framing');
    await other.diagnostics(at('other.ps.md'));
    expect(watchers).toContainEqual({
      globPattern: { baseUri: pathToFileURL(folder).href, pattern: 'base.json' },
    });
    const silent = other.until(uri, (found) => found.every(({ code }) => code !== 'no-excuse-framing'));
    await writeFile(join(folder, 'base.json'), '{ "rules": { "no-excuse-framing": "off" } }');
    await other.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: at('base.json'), type: 2 }],
    });
    await silent;
    expect(said).toEqual([expect.stringContaining('plugin ./rule.js of narrative-lint.config.json')]);
    await other.stop();
  });
});

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ROLES } from '@narrative-lint/core';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../packages/language-server/src/protocol.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const manifest = JSON.parse(readFileSync(here('../package.json'), 'utf8'));
const { commands, colors, configuration, menus, walkthroughs } = manifest.contributes;
const source = readFileSync(here('../src/extension.ts'), 'utf8');

describe('the manifest of the extension', () => {
  it('has every setting of the server with its default and a description', () => {
    for (const [name, value] of Object.entries(DEFAULT_SETTINGS)) {
      const property = configuration.properties[`narrativeLint.${name}`];
      expect(property?.default, name).toEqual(value);
      expect(property.markdownDescription, name).toMatch(/\.$/);
    }
  });

  it('has a colour for every role of the story', () => {
    const ids = colors.map(({ id }: { id: string }) => id);
    expect(ids).toEqual(ROLES.filter((role) => role !== 'other').map((role) => `narrativeLint.${role}`));
  });

  it('names only commands that it has, and has only commands that do something', () => {
    const ids: string[] = commands.map(({ command }: { command: string }) => command);
    for (const id of ids) expect(source, id).toMatch(new RegExp(`\\b${id.split('.')[1]}: `));
    const named = JSON.stringify([menus, walkthroughs]).match(/narrativeLint\.[a-zA-Z]+(?=["):])/g) ?? [];
    expect(named.length).toBeGreaterThan(5);
    for (const name of named) if (name !== 'narrativeLint.linted') expect(ids).toContain(name);
  });

  it('ships every picture and page of its walkthrough', () => {
    for (const { media } of walkthroughs.flatMap(({ steps }: { steps: object[] }) => steps)) {
      const file = media.image ?? media.markdown;
      expect(readFileSync(here(`../${file}`)).length, file).toBeGreaterThan(0);
    }
  });
});

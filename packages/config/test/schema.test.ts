import { parseConfigFile } from '@narrative-lint/core';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import schema from '../schema.json' with { type: 'json' };

const validate = new Ajv({ strict: false }).compile(schema);

/** Editors check with the JSON Schema, the linter with its own: they have to agree. */
describe('the JSON Schema for editors', () => {
  it.each([
    {},
    { $schema: 'x', extends: 'strict', kind: 'hobby', specialty: 'internal-medicine' },
    { extends: ['./base.json', 'interview'], ignore: ['old/'], plugins: ['./rule.js'] },
    { rules: { 'one-page': ['warning', { minimum: 200 }], 'eras-length': 'off', 'no-melodrama': ['error'] } },
    {
      setbacks: [{ what: 'usmle-step-1', attempts: 2, passed: true, date: '2024-06' }],
      scores: { 'usmle-step-3': 220 },
    },
    { overrides: [{ files: '*.md', extends: 'interview', limits: { hobby: 200 } }], minimumConfidence: 0.5 },
  ])('takes %j, as the linter does', (value) => {
    expect(parseConfigFile(value).problems).toEqual([]);
    expect(validate(value), JSON.stringify(validate.errors)).toBe(true);
  });

  it.each([
    { kinds: 'hobby' },
    { kind: 'hoby' },
    { rules: { 'one-page': 'eror' } },
    { rules: { 'one-page': ['warning', { minimun: 200 }] } },
    { rules: { 'one-page': ['warning', { minimum: 0 }] } },
    { overrides: [{ kind: 'hobby' }] },
    { limits: { hobby: 0 } },
    { minimumConfidence: 2 },
    { setbacks: [{ what: 'nothing' }] },
  ])('objects to %j, as the linter does', (value) => {
    expect(parseConfigFile(value).problems).not.toEqual([]);
    expect(validate(value)).toBe(false);
  });
});

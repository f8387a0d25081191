// The JSON Schema of configuration files and the tables about them, from the one schema of the engine.
import { toJsonSchema } from '@valibot/to-json-schema';
import { SCHEMA_ADDRESS } from '../packages/config/dist/index.js';
import { configSchema, PRESET_SUMMARIES, PRESETS, rules } from '../packages/core/dist/index.js';

const schema = configSchema(rules);

/** The JSON Schema that editors complete configuration files from. */
export function jsonSchema() {
  const { $schema, ...rest } = toJsonSchema(schema, { ...CONVERSION, definitions: {} });
  // A plugin may bring rules of any name, so an editor must not object to one that is not known here.
  const anyRule = { description: 'A rule of a plugin.' };
  for (const { rules: settings } of [rest.properties, rest.properties.overrides.items.properties])
    settings.additionalProperties = anyRule;
  const text = { $schema, $id: SCHEMA_ADDRESS, title: 'narrative-lint configuration', ...rest };
  return `${JSON.stringify(text, null, 2)}\n`;
}

// Values may be written in several ways; what they are turned into is what an editor should offer.
const CONVERSION = {
  typeMode: 'output',
  errorMode: 'ignore',
  overrideSchema({ valibotSchema, jsonSchema: given }) {
    if (!valibotSchema.variants) return undefined;
    const variants = valibotSchema.variants.map((variant) => withoutHead(toJsonSchema(variant, CONVERSION)));
    const { description } = given;
    return { ...(description ? { description } : {}), anyOf: variants };
  },
};

function withoutHead({ $schema: _, $ref, $defs, ...rest }) {
  return rest;
}

/** The keys of a configuration file: name, meaning. */
export function keyRows() {
  return Object.entries(schema.entries).map(([name, entry]) => [`\`${name}\``, descriptionOf(entry)]);
}

/** The keys of an entry of `overrides`. */
export function overrideRows() {
  const item = unwrap(unwrap(schema.entries.overrides).item);
  return Object.entries(item.entries)
    .filter(([name]) => !(name in schema.entries) || name === 'extends')
    .map(([name, entry]) => [`\`${name}\``, descriptionOf(entry)]);
}

export function presetRows() {
  return PRESETS.map((preset) => [`\`${preset}\``, PRESET_SUMMARIES[preset]]);
}

function unwrap(node) {
  return node.wrapped ? unwrap(node.wrapped) : node;
}

function descriptionOf(node) {
  const { pipe = [] } = unwrap(node);
  return pipe.find(({ type }) => type === 'description')?.description ?? '';
}

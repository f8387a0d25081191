import type { RoleLabeller } from './labeller.ts';
import { modelLabeller } from './model/labeller.ts';
import { storedModel } from './model/weights.ts';

/** The labeller of the engine: the model trained on the labelled drafts. */
export const roleLabeller: RoleLabeller = modelLabeller(storedModel);

export { type Corpus, readCorpus, type TrainingDraft } from './corpus.ts';
export { MODELS, trainModel } from './train.ts';

export { type Corpus, readCorpus, type TrainingDraft } from './corpus.ts';
export { trainModel } from './train.ts';

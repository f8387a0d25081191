import { retext } from 'retext';
import retextEquality from 'retext-equality';
import retextIndefiniteArticle from 'retext-indefinite-article';
import retextIntensify from 'retext-intensify';
import retextPassive from 'retext-passive';
import retextReadability from 'retext-readability';
import retextRepeatedWords from 'retext-repeated-words';
import retextSimplify from 'retext-simplify';

/** The checks of prose that retext's own list of plugins offers for English, without spelling. */
export function open() {
  const processor = retext()
    .use(retextEquality)
    .use(retextIndefiniteArticle)
    .use(retextIntensify)
    .use(retextPassive)
    .use(retextReadability)
    .use(retextRepeatedWords)
    .use(retextSimplify)
    .freeze();
  return { lint: async (text) => (await processor.process(text)).messages.length };
}

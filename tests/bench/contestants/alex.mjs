import { markdown } from 'alex';

export const open = () => ({ lint: (text) => markdown(text).messages.length });

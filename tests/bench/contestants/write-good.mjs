import writeGood from 'write-good';

export const open = () => ({ lint: (text) => writeGood(text).length });

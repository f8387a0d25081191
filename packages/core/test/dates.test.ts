import { describe, expect, it } from 'vitest';
import { findDates } from '../src/language/dates.ts';

/** Dates as their words and what they span. */
function read(text: string, offset = 0): string[] {
  return findDates(text, offset).map(
    ({ start, end, from, to, unit }) => `${text.slice(start - offset, end - offset)} = ${from} ${to} ${unit}`,
  );
}

describe('dates', () => {
  it.each([
    ['I came in May 2021.', ['May 2021 = 2021-05-01 2021-05-31 month']],
    ['On March 3, 2020 it rained.', ['March 3, 2020 = 2020-03-03 2020-03-03 day']],
    ['On 03/04/2020 it rained.', ['03/04/2020 = 2020-03-04 2020-03-04 day']],
    ['On 2020-03-04 it rained.', ['2020-03-04 = 2020-03-04 2020-03-04 day']],
    ['In 2020-03 it rained.', ['2020-03 = 2020-03-01 2020-03-31 month']],
    ['In 02/2020 it rained.', ['02/2020 = 2020-02-01 2020-02-29 month']],
    ['In the fall of 2022 I left.', ['fall of 2022 = 2022-08-01 2022-12-31 season']],
    ['In 1999 I was born.', ['1999 = 1999-01-01 1999-12-31 year']],
    ["Since June '19 I row.", ["June '19 = 2019-06-01 2019-06-30 month"]],
    ["Since June '87 I row.", ["June '87 = 1987-06-01 1987-06-30 month"]],
    ['From October to May 2022 I was away.', ['May 2022 = 2021-10-01 2022-05-31 stretch']],
    ['From March to May 2022 I was away.', ['May 2022 = 2022-03-01 2022-05-31 stretch']],
    ['From 2019 to 2021 I taught.', ['2019 to 2021 = 2019-01-01 2021-12-31 stretch']],
    ['Between 2019 and 2021 I taught.', ['2019 and 2021 = 2019-01-01 2021-12-31 stretch']],
    [
      'In 2019 and 2021 I taught.',
      ['2019 = 2019-01-01 2019-12-31 year', '2021 = 2021-01-01 2021-12-31 year'],
    ],
    ['The class of 2020 sang in room 2011.', []],
    ['We had 2000 patients.', []],
    ['On 13/40/2020 it rained.', []],
    ['Forty people sang.', []],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it('stand where the offset says', () => {
    expect(findDates('In May 2021.', 100)[0]).toMatchObject({ start: 103, end: 111 });
    expect(read('From 2019 to 2021 I taught.', 7)).toEqual(['2019 to 2021 = 2019-01-01 2021-12-31 stretch']);
  });
});

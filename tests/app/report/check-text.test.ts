import { checkText } from '../../../src/app/report/check-text';

/** What is told as not checked. */
function unchecked(text: string): number[] {
  return checkText('report.txt', text).unchecked.map(({ placed }) => placed.mention.value);
}

test('a bare number counts where it is told as a coverage, and not where it is asked for', () => {
  expect(unchecked('5月末库款余额4751万元，库款系数为0.31。')).toEqual([4751, 0.31]);
  expect(unchecked('5月末，库款系数仍低于0.3。')).toEqual([0.3]);
  expect(unchecked('库款系数应维持在0.3－0.8之间。')).toEqual([]);
  expect(unchecked('按照系数1.2折算。')).toEqual([]);
});

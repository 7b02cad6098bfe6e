import { masked } from '../../src/app/masked';

test.each([
  ['证件号码 431299194111150020 校验位不符', '证件号码 431299********0020 校验位不符'],
  ['43129919411115002x', '431299********002x'],
  ['卡号 6217001234567890123', '卡号 621700*********0123'],
  // Amounts, codes and document numbers are none.
  ['金额 123456789012345678', '金额 123456789012345678'],
  ['订单 A43129919411115002X1', '订单 A43129919411115002X1'],
  ['1,234,567.89 万元', '1,234,567.89 万元'],
])('%s', (text, shown) => {
  expect(masked(text, {})).toBe(shown);
  expect(masked(text, { showsNumbers: true })).toBe(text);
});

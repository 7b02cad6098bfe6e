import { testTextRule } from './text-rule-tester';

const items = (fourth: number, fifth: number) =>
  ['甲|25.4', '乙|31.7', '丙|18.2', '丁|66.1', '戊|47.9']
    .map((item, i) => {
      const [name = '', amount = ''] = item.split('|');
      const again = i === 3 ? fourth : i === 4 ? fifth : amount;
      return `${i + 1}.${name}项目${amount}万元，用于运行。2024年预算安排${again}万元。`;
    })
    .join('\n');

testTextRule('R505', {
  valid: [
    items(66.1, 47.9),
    // Most differ: the form tells two things.
    items(11.1, 12.2).replaceAll('预算安排', '预算安排1'),
  ],
  invalid: [
    {
      text: items(66.1, 66.1),
      finds: [{ level: 'error', at: '66.1', says: '2024年预算安排：此处为 66.1万元，前文为 47.9万元' }],
    },
  ],
});

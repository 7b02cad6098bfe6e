/** Documents that bounds are taken from, and their articles, by what a pack calls them: in English. Not for the page in Chinese, which shows them as they stand. */
export const DOCUMENTS_EN: Readonly<Record<string, string>> = {
  '财政部库款保障水平监测（月末库款余额÷年内月均库款流出量）':
    'Ministry of Finance, monitoring of treasury coverage (cash at month end ÷ average monthly outflow of the year)',
  中华人民共和国预算法: 'Budget Law of the People’s Republic of China',
  '中华人民共和国预算法实施条例（国务院令第729号）':
    'Regulation on the Implementation of the Budget Law (State Council Order 729)',
  '中华人民共和国政府采购法实施条例（国务院令第658号）':
    'Regulation on the Implementation of the Government Procurement Law (State Council Order 658)',
  '国办函〔2016〕88号': 'General Office of the State Council, letter 88 of 2016',
  各地财政运行通报常用口径: 'measure usual in reports of local finances',
  '“三保”预算编制要求：国家标准和省定标准足额安排':
    'budgeting of the three guarantees: national and provincial standards in full',
  地方政府法定债务风险评估常用分档: 'usual classes of risk of statutory local debt',
  '国发〔2016〕14号': 'State Council, document 14 of 2016',
  城乡义务教育生均公用经费基准定额: 'base rate per pupil for running costs of compulsory education',
  基本公共卫生服务经费人均财政补助标准: 'subsidy per head for basic public health services',
  县级财源建设工程目标: 'goals of the county revenue programme',
  审计方法库默认参数: 'defaults of the library of audit methods',
  '直达资金管理要求：接到后三十日内分配下达': 'direct funds: to be shared out within thirty days of their receipt',
  第二十八条: ', Article 28',
  第三十五条: ', Article 35',
  第四十条: ', Article 40',
  第四十九条: ', Article 49',
};

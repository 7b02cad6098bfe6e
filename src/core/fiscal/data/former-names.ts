/** Names that a subject had before, and local spellings of it. */
export interface FormerNames {
  readonly code: string;
  readonly names: readonly string[];
  /** Last year in which the names were those of the classification; absent: spellings of any year. */
  readonly until?: number;
}

/**
 * Renamed subjects, with the last year of each name, and the spellings that county yearbooks of
 * 2000–2023 use. The years are from practice and not checked against the yearly classifications.
 */
export const FORMER_NAMES: readonly FormerNames[] = [
  { code: '101', names: ['各项税收', '税收', '地方税收', '地方税收收入', '工商税收', '工商收入'] },
  { code: '10101', names: ['国内增值税', '增值税(含其他税收收入科目)'] },
  { code: '10109', names: ['城建税'] },
  { code: '10113', names: ['土增税'] },
  { code: '10118', names: ['耕占税'] },
  { code: '10199', names: ['其他各项税收', '其他各项税收收入', '其他税收'] },
  { code: '103', names: ['非税', '地方非税收入'] },
  { code: '10304', names: ['行政事业性收费'] },
  { code: '10305', names: ['罚没'] },
  { code: '10306', names: ['国有资本经营'] },
  { code: '10307', names: ['国有资源(资产)有偿使用', '国有资源资产有偿使用收入', '国有资源有偿使用收入'] },
  { code: '10399', names: ['其他各项收入', '其他非税收入'] },
  { code: '201', names: ['一般公共服务'] },
  { code: '202', names: ['外交'] },
  { code: '203', names: ['国防'] },
  { code: '204', names: ['公共安全'] },
  { code: '205', names: ['教育'] },
  { code: '206', names: ['科学技术', '科技', '科学支出'] },
  { code: '207', names: ['文化旅游体育与传媒'] },
  { code: '207', names: ['文化体育与传媒支出', '文化体育与传媒'], until: 2018 },
  { code: '208', names: ['社会保障和就业', '社会保障与就业', '社保和就业'] },
  { code: '210', names: ['卫生健康'] },
  { code: '210', names: ['医疗卫生与计划生育支出', '医疗卫生与计划生育', '医疗卫生和计划生育支出'], until: 2018 },
  { code: '210', names: ['医疗卫生支出', '医疗卫生'], until: 2013 },
  { code: '211', names: ['节能环保', '节能保护'] },
  { code: '211', names: ['环境保护', '环境保护支出'], until: 2010 },
  { code: '212', names: ['城乡社区'] },
  { code: '212', names: ['城乡社区事务'], until: 2013 },
  { code: '213', names: ['农林水'] },
  { code: '213', names: ['农林水事务'], until: 2013 },
  { code: '214', names: ['交通运输'] },
  { code: '215', names: ['资源勘探工业信息等'] },
  { code: '215', names: ['资源勘探信息等支出', '资源勘探信息等'], until: 2019 },
  { code: '215', names: ['资源勘探电力信息等事务', '资源勘探电力信息等事物'], until: 2013 },
  { code: '215', names: ['采掘电力信息等事务'], until: 2009 },
  { code: '216', names: ['商业服务业等'] },
  { code: '216', names: ['商业服务业等事务'], until: 2013 },
  { code: '217', names: ['金融'] },
  { code: '217', names: ['金融监管等事务支出', '金融监管等', '金融监管'], until: 2013 },
  { code: '220', names: ['自然资源海洋气象等', '自然资源国土海洋气象等'] },
  { code: '220', names: ['国土海洋气象等支出', '国土海洋气象等'], until: 2018 },
  { code: '220', names: ['国土资源气象等事务'], until: 2013 },
  { code: '221', names: ['住房保障'] },
  { code: '222', names: ['粮油物资储备'] },
  {
    code: '222',
    names: ['粮油物资储备事务', '粮油物资储备管理等事务', '粮油物资管理事务', '储备事务支出'],
    until: 2013,
  },
  { code: '224', names: ['灾害防治及应急管理'] },
  { code: '232', names: ['债务付息'] },
  { code: '232', names: ['国债还本付息支出', '国债还本付息'], until: 2015 },
  { code: '233', names: ['债务发行费用'] },
];

/** What counties call 地方一般公共预算收入. */
export const LOCAL_REVENUE_NAMES: readonly string[] = [
  '地方一般公共预算收入',
  '一般公共预算收入',
  '地方财政收入',
  '财政收入',
  '地方财政一般预算收入',
  '一般预算收入',
  '公共财政预算收入',
  '地方一般预算收入',
  '财政一般预算收入',
  '地方公共财政预算收入',
  '公共财政收入',
  '地方公共财政收入',
  '地方财政预算内收入',
  '一般公共财政预算收入',
  '区县级一般公共预算收入',
  '区县级财政预算内收入',
  '区县级地方财政收入',
  '一般性预算收入',
  '地方一般公共财政预算收入',
  '区县级公共财政预算收入',
  '区县级一般预算收入',
];

/** What counties call 一般公共预算支出. */
export const LOCAL_EXPENDITURE_NAMES: readonly string[] = [
  '一般公共预算支出',
  '财政支出',
  '地方财政一般预算支出',
  '地方财政支出',
  '一般预算支出',
  '公共财政支出',
  '地方一般公共预算支出',
  '公共财政预算支出',
  '地方公共财政支出',
  '地方公共财政预算支出',
  '一般公共财政预算支出',
  '区县级财政预算内支出',
  '区县级一般公共预算支出',
  '公共预算支出',
  '一般性预算支出',
  '区县级地方财政支出',
  '财政一般预算支出',
  '区县级公共财政预算支出',
  '地方财政预算内支出',
  '区县级一般预算支出',
  '公共财预算支出',
];

/** Names that the transfer lines have in reports and tables beside those of the classification. */
export const TRANSFER_NAMES: Readonly<Record<string, readonly string[]>> = {
  '11008': ['上年结余', '上年结转收入', '上年结转', '上年结转结余'],
  '11001': ['税收返还收入', '返还性收入合计', '税收返还'],
  '11002': ['一般性转移支付', '财力性转移支付'],
  '11003': ['专项转移支付', '专项补助收入'],
  '1100202': ['均衡性转移支付', '均衡性转移支付补助收入'],
  '1100207': ['县级基本财力保障机制奖补资金', '县级基本财力保障收入'],
  '1100208': ['结算补助'],
  '1100226': ['重点生态功能区转移支付', '生态功能区补助收入', '生态功能区补助'],
  '1100228': ['革命老区转移支付', '革命老区补助', '革命老区补助收入'],
  '1100229': ['民族地区转移支付', '民族地区转移支付补助'],
};

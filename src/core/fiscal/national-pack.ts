import type { Pack, Source } from './pack';

const MONITORING: Source = {
  document: '财政部库款保障水平监测（月末库款余额÷年内月均库款流出量）',
  verified: false,
};

const PRACTICE: Source = { document: 'Gouji 默认值，可在设置中修改', verified: false };

/** National defaults; province, county and year packs lay over them. */
export const NATIONAL_PACK: Pack = {
  treasury: {
    low: { value: 0.3, source: MONITORING },
    high: { value: 0.8, source: MONITORING },
    alarm: { value: 0.2, source: PRACTICE },
    monthsBelow: { value: 2, source: PRACTICE },
  },
};

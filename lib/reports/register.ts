import type { PersonalDataRegister } from '@/lib/manifest';

export const reportsData = {
  PeriodFigure: {
    purpose: 'The figures of a quarter or a year as they were when it was closed',
    retention: 'permanent',
    personal: [],
    sensitive: [],
    neutral: [
      'id',
      'period',
      'position',
      'part',
      'title',
      'figure',
      'label',
      'unit',
      'districtId',
      'district',
      'channel',
      'value',
      'closedAt',
    ],
  },
} satisfies PersonalDataRegister;

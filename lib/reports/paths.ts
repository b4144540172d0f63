import { segment } from '@/lib/core/paths';

export const reportsPaths = {
  figuresFile: (period: string, locale: string) =>
    `/api/zahlen?period=${segment(period)}&locale=${locale}`,
  teamRecords: (period: string, figure: string) =>
    `/team/zahlen?period=${segment(period)}&figure=${segment(figure)}`,
} as const;

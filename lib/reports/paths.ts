import { segment } from '@/lib/core/paths';

export const reportsPaths = {
  figuresFile: (period: string, locale: string) =>
    `/api/zahlen?period=${segment(period)}&locale=${locale}`,
} as const;

import { tag, tagOfOne } from '@/lib/core/tags';

export const CALENDAR_TAGS = {
  entries: tag('calendar'),
  entry: tagOfOne<string>('calendar'),
};

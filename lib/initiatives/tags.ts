import { tag } from '@/lib/core/tags';

export const INITIATIVES_TAGS = { groups: tag('initiatives') };

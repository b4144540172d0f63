import { tag } from '@/lib/core/tags';

export const OUTREACH_TAGS = { rounds: tag('outreach') };

import { tag } from '@/lib/core/tags';

export const NETWORK_TAGS = { partners: tag('network') };

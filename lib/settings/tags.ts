import { tag } from '@/lib/core/tags';

export const SETTINGS_TAGS = { all: tag('settings') };

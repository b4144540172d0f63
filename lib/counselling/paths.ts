export const counsellingPaths = {
  counselling: () => '/beratung',
} as const;

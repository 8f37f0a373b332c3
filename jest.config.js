/**
 * Pure logic, a real Strapi per file, admin logic in jsdom, a browser against a production build, and
 * the architecture of the source.
 */
const swc = (tsx) => [
  '@swc/jest',
  {
    jsc: {
      parser: { syntax: 'typescript', tsx },
      target: 'es2022',
      ...(tsx ? { transform: { react: { runtime: 'automatic' } } } : {}),
    },
    module: { type: 'commonjs' },
  },
];
const base = {
  // Strapi keeps itself in a global; without this it stays in memory after its test file.
  testEnvironmentOptions: { globalsCleanup: 'on' },
  transform: { '^.+\\.tsx$': swc(true), '^.+\\.ts$': swc(false) },
  modulePathIgnorePatterns: [
    '<rootDir>/tests/.tmp-app-',
    '<rootDir>/dist',
    '<rootDir>/.tmp',
    '<rootDir>/playground',
  ],
};

const realStrapi = {
  ...base,
  setupFilesAfterEnv: ['<rootDir>/tests/support/patience.ts'],
  runtime: '<rootDir>/tests/support/native-dependencies/runtime.cjs',
  testEnvironment: '<rootDir>/tests/support/native-dependencies/environment.cjs',
  testEnvironmentOptions: { globalsCleanup: 'off' },
};

module.exports = {
  projects: [
    {
      ...base,
      displayName: 'unit',
      testEnvironment: 'node',
      // The tracker's, which its own build sets.
      globals: { CAN_STOP: true },
      testMatch: ['<rootDir>/tests/unit/**/*.test.ts'],
    },
    {
      ...base,
      displayName: 'architecture',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/tests/*.test.ts'],
    },
    { ...realStrapi, displayName: 'access', testMatch: ['<rootDir>/tests/access/**/*.test.ts'] },
    {
      ...realStrapi,
      displayName: 'integration',
      testMatch: ['<rootDir>/tests/integration/**/*.test.ts'],
    },
    {
      ...base,
      displayName: 'e2e',
      setupFilesAfterEnv: ['<rootDir>/tests/support/patience.ts'],
      testEnvironment: 'node',
      testMatch: ['<rootDir>/tests/e2e/**/*.test.ts'],
    },
    {
      ...base,
      displayName: 'admin',
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/tests/unit/**/*.test.tsx'],
      setupFilesAfterEnv: ['<rootDir>/tests/support/jsdom.ts'],
    },
  ],
};

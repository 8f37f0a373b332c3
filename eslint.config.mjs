/**
 * Strict and type-checked everywhere. Where Strapi itself hands out `any` (its service registry, its
 * models, request bodies), casts belong to `server/src/platform`, and tests may take them as they come.
 */
import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

const TYPESCRIPT = ['**/*.{ts,tsx}'];
const TESTS = ['tests/**/*.{ts,tsx}'];

const unsafeRules = [
  'no-unsafe-argument',
  'no-unsafe-assignment',
  'no-unsafe-call',
  'no-unsafe-member-access',
  'no-unsafe-return',
];
const off = (names) =>
  Object.fromEntries(names.map((name) => [`@typescript-eslint/${name}`, 'off']));

const strictRules = {
  '@typescript-eslint/ban-ts-comment': [
    'error',
    {
      'ts-ignore': true,
      'ts-expect-error': 'allow-with-description',
      minimumDescriptionLength: 10,
    },
  ],
  '@typescript-eslint/consistent-type-imports': [
    'error',
    { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
  ],
  '@typescript-eslint/no-explicit-any': 'error',
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-non-null-assertion': 'error',
  '@typescript-eslint/switch-exhaustiveness-check': 'error',
  '@typescript-eslint/no-unused-vars': [
    'error',
    { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
  ],
  // An async function without `await` turns a throw into a rejection, which callers rely on.
  '@typescript-eslint/require-await': 'off',
  '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
  '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
  '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
  // `||` also replaces the empty string, and is meant to.
  '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
  eqeqeq: ['error', 'always'],
  'no-console': 'error',
};

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/**',
      '**/dist/**',
      '**/.tmp/**',
      'tests/.tmp-app-*/**',
      'playground/{build,.cache,.strapi,types,public,data}/**',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: TYPESCRIPT,
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: strictRules,
  },
  {
    files: ['server/src/**/*.ts', 'admin/src/**/*.{ts,tsx}', 'tracker/src/**/*.ts'],
    rules: {
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['admin/src/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat['recommended-latest'] ?? reactHooks.configs.flat.recommended],
  },
  {
    files: ['server/src/platform/**/*.ts'],
    rules: off([...unsafeRules, 'no-unnecessary-type-parameters']),
  },
  {
    files: TESTS,
    rules: {
      ...off([...unsafeRules, 'unbound-method', 'no-unnecessary-condition']),
      'no-console': 'off',
    },
  },
  {
    // What runs in a terminal prints to it.
    files: ['benchmarks/**', 'scripts/**', 'playground/**', 'tracker/*.mjs'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['**/*.{js,cjs}'],
    languageOptions: { sourceType: 'commonjs', globals: globals.node },
  },
  { files: ['**/*.mjs'], languageOptions: { globals: globals.node } },
  {
    files: ['strapi-admin.js', 'playground/site/**/*.{js,mjs}'],
    languageOptions: { sourceType: 'module', globals: globals.browser },
  }
);

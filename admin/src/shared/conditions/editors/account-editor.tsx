import { Checkbox } from '@strapi/design-system';
import type {
  AccountRule,
  CatalogueField,
  ConditionValue,
} from '../../../../../server/src/modules/conditions/contract';
import { useBuilder } from './builder-context';
import { ChosenAccounts } from './chosen-accounts';
import { ChosenValues } from './chosen-values';
import type { LeafEditorProps } from './leaf-editor-props';
import { Line, Word } from './line';
import { narrowed } from './optional-parts';
import { Select } from './select';
import { Stack } from './stack';
import { WhereFields } from './where-fields';

const MEMBERSHIPS = ['current', 'former', 'ever'] as const;

/** Is in an account that matches everything named here. */
export const AccountEditor = ({ leaf, onChange }: LeafEditorProps<AccountRule>) => {
  const { t, isDisabled } = useBuilder();
  const { membership = 'current', roles = [], accounts = [] } = leaf;
  return (
    <Stack>
      <Line>
        <Select
          label={t('conditions.membership')}
          width={26}
          value={membership}
          options={MEMBERSHIPS.map((one) => ({
            value: one,
            label: t(`conditions.membership.${one}`),
          }))}
          onChange={(next) => {
            const { membership: _before, ...rest } = leaf;
            onChange(next === 'current' ? rest : { ...rest, membership: next });
          }}
        />
        <Word>{t('conditions.inRole')}</Word>
        <ChosenValues
          field={ROLE}
          none={t('conditions.anyRole')}
          of="account"
          operator="in"
          value={roles}
          onChange={(value) => onChange(withRoles(leaf, value))}
        />
        <Word>{t('conditions.inAccounts')}</Word>
        <ChosenAccounts
          chosen={accounts}
          onChange={(next) => {
            const { accounts: _before, subsidiaries: _with, ...rest } = leaf;
            onChange(next.length > 0 ? { ...leaf, accounts: next } : rest);
          }}
        />
        {accounts.length > 0 && (
          <Checkbox
            checked={leaf.subsidiaries === true}
            disabled={isDisabled}
            onCheckedChange={(checked) => {
              const { subsidiaries: _before, ...rest } = leaf;
              onChange(checked === true ? { ...rest, subsidiaries: true } : rest);
            }}
          >
            {t('glance.withSubsidiaries')}
          </Checkbox>
        )}
      </Line>
      <WhereFields
        of="account"
        where={leaf.where}
        onChange={(where) => onChange(narrowed(leaf, where))}
      />
    </Stack>
  );
};

const withRoles = (
  { roles: _before, ...rest }: AccountRule,
  value: ConditionValue | undefined
): AccountRule => {
  const roles = Array.isArray(value) ? value.map(String) : [];
  return roles.length > 0 ? { ...rest, roles } : rest;
};

const ROLE: CatalogueField = {
  name: 'role',
  label: '',
  valueType: 'choice',
  entity: 'role',
  indexed: true,
};

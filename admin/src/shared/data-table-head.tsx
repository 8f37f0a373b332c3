import { Typography } from '@strapi/design-system';
import { CaretDown, CaretUp } from '@strapi/icons';
import { styled } from 'styled-components';
import type { Column, SortDirection } from './data-table-column';
import { Head } from './data-table-parts';
import { useTranslate } from './translate';

interface SortableHeadProps<RowData> {
  column: Column<RowData>;
  sort?: { field: string; direction: SortDirection };
  onSort?: (column: Column<RowData>) => void;
}

export const SortableHead = <RowData,>({ column, sort, onSort }: SortableHeadProps<RowData>) => {
  const t = useTranslate();
  const { id, label, align, width, firstDirection } = column;
  const active = sort?.field === id ? sort.direction : undefined;
  const text = (
    <Typography variant="sigma" textColor={active ? 'neutral800' : 'neutral600'}>
      {label}
    </Typography>
  );
  const Caret = active === 'asc' ? CaretUp : CaretDown;
  return (
    <Head scope="col" $align={align} $width={width} aria-sort={active && ARIA_SORT[active]}>
      {firstDirection && onSort ? (
        <SortButton
          type="button"
          title={t('table.sortBy', { column: label })}
          onClick={() => onSort(column)}
        >
          {text}
          <CaretSlot $isActive={Boolean(active)}>
            <Caret width="1rem" height="1rem" aria-hidden />
          </CaretSlot>
        </SortButton>
      ) : (
        text
      )}
    </Head>
  );
};

const ARIA_SORT = { asc: 'ascending', desc: 'descending' } as const;

const SortButton = styled.button`
  display: inline-flex;
  align-items: center;
  gap: ${({ theme }) => theme.spaces[1]};
  padding: 0;
  border: 0;
  background: none;
  cursor: pointer;
  color: ${({ theme }) => theme.colors.neutral600};

  &:hover span,
  &:focus-visible span {
    opacity: 1;
    color: ${({ theme }) => theme.colors.neutral800};
  }
`;

/** Keeps its room, so that heads do not move when the order changes. */
const CaretSlot = styled.span<{ $isActive: boolean }>`
  display: inline-flex;
  opacity: ${({ $isActive }) => ($isActive ? 1 : 0)};

  svg path {
    fill: currentColor;
  }
`;

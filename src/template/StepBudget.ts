/** Steps that a search may still take; whoever takes some counts them off. */
export interface StepBudget {
  left: number;
}

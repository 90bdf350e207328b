export {
  type ConditionAdvice,
  type ConditionKind,
  type ConditionReport,
  conditionReport,
  conditionReports,
} from './diagnose/conditionReport.ts';
export { type Factorization, monitor } from './diagnose/monitor.ts';
export { type RelativeCondition, relativeCondition } from './diagnose/relativeCondition.ts';

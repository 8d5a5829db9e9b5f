import 'legenda/elements';

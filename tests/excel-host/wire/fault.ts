/** An error as Excel's server answers it. */
export class SimulatedFault extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly httpStatus = 400,
  ) {
    super(message);
    this.name = 'SimulatedFault';
  }

  static notFound(): SimulatedFault {
    return new SimulatedFault('ItemNotFound', "The requested resource doesn't exist.", 404);
  }

  static invalidArgument(message = 'The argument is invalid or missing or has an incorrect format.'): SimulatedFault {
    return new SimulatedFault('InvalidArgument', message);
  }

  static wrongShape(): SimulatedFault {
    return SimulatedFault.invalidArgument(
      "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
    );
  }

  static alreadyExists(): SimulatedFault {
    return new SimulatedFault('ItemAlreadyExists', 'A resource with the same name or identifier already exists.', 409);
  }

  static accessDenied(): SimulatedFault {
    return new SimulatedFault('AccessDenied', 'You cannot perform the requested operation.', 403);
  }

  static invalidReference(): SimulatedFault {
    return new SimulatedFault('InvalidReference', 'This reference is not valid for the current operation.');
  }
}

import ArgumentParser

/// What the program that reads PDF may use.
struct PDFOptions: ParsableArguments {
    @Option(help: ArgumentHelp("How long a PDF may take to be read, in seconds.", valueName: "number"))
    var pdfTimeout = 60

    @Option(help: ArgumentHelp("How much memory a PDF may take to be read, in megabytes.", valueName: "number"))
    var pdfMemory = 1024

    func validate() throws { try checkPDFLimits(timeout: pdfTimeout, memory: pdfMemory) }
}

/// What the program that makes a PDF may use.
struct PrintingOptions: ParsableArguments {
    @Option(help: ArgumentHelp("How long the PDF may take to be made, in seconds.", valueName: "number"))
    var pdfTimeout = 300

    @Option(help: ArgumentHelp("How much memory the PDF may take to be made, in megabytes.", valueName: "number"))
    var pdfMemory = 2048

    func validate() throws { try checkPDFLimits(timeout: pdfTimeout, memory: pdfMemory) }
}

/// The bounds of both.
private func checkPDFLimits(timeout: Int, memory: Int) throws {
    guard (1...3600).contains(timeout) else {
        throw ValidationError("--pdf-timeout wants a number from 1 to 3600.")
    }
    guard (64...(1 << 20)).contains(memory) else {
        throw ValidationError("--pdf-memory wants a number from 64.")
    }
}

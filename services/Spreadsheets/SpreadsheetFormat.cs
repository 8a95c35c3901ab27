namespace Integrationskonzept.Spreadsheets;

/// <summary>How a table is written.</summary>
public enum SpreadsheetFormat
{
    /// <summary>UTF-8 with byte order mark, semicolons, decimal commas: opens in a German office program as it is.</summary>
    Csv,

    /// <summary>Office Open XML workbook.</summary>
    Xlsx,
}

/// <summary>Media types of tables.</summary>
public static class SpreadsheetTypes
{
    public const string Csv = "text/csv",
        Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>With the character set, where there is one.</summary>
    public static string Of(SpreadsheetFormat format) => format == SpreadsheetFormat.Csv ? $"{Csv}; charset=utf-8" : Xlsx;
}

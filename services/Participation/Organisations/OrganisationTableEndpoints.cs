using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Integrationskonzept.Spreadsheets;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Organisations;

/// <summary>Organisations as tables: out as CSV and workbook, in by two steps.</summary>
static class OrganisationTableEndpoints
{
    public static void MapOrganisationTables(this RouteGroupBuilder organisations)
    {
        organisations
            .MapGet(
                "export.csv",
                (ParticipationDb db, TenantClock clock, CancellationToken ct) => ExportAsync(SpreadsheetFormat.Csv, db, clock, ct)
            )
            .Produces<string>(200, SpreadsheetTypes.Csv)
            .RequirePermission(Permissions.OrganisationsManage)
            .WithName("export-organisations-csv")
            .WithSummary("All organisations with their contacts as CSV");

        organisations
            .MapGet(
                "export.xlsx",
                (ParticipationDb db, TenantClock clock, CancellationToken ct) => ExportAsync(SpreadsheetFormat.Xlsx, db, clock, ct)
            )
            .Produces<string>(200, SpreadsheetTypes.Xlsx)
            .RequirePermission(Permissions.OrganisationsManage)
            .WithName("export-organisations-xlsx")
            .WithSummary("All organisations with their contacts as a workbook");

        organisations
            .MapPost("imports", ReadAsync)
            .RequirePermission(Permissions.OrganisationsManage)
            .Accepts<byte[]>(SpreadsheetTypes.Csv, SpreadsheetTypes.Xlsx)
            .WithName("read-organisations")
            .WithSummary("Reads a table and says what would become of every row; stores no organisation yet")
            .ProducesProblem(413)
            .ProducesProblem(415);

        organisations
            .MapGet(
                "imports/{id:guid}",
                async (Guid id, ParticipationDb db, CancellationToken ct) =>
                    TypedResults.Ok(OrganisationImportDto.From(await db.OrganisationImports.AsNoTracking().GetAsync(id, ct)))
            )
            .RequirePermission(Permissions.OrganisationsManage)
            .WithName("get-organisations-import")
            .WithSummary("What would become of every row of a table");

        organisations
            .MapPost("imports/{id:guid}/apply", ApplyAsync)
            .RequirePermission(Permissions.OrganisationsManage)
            .WithName("apply-organisations-import")
            .WithSummary(
                "Makes and changes the organisations as the preview says, all of them or none; rows that were refused are left out"
            );

        organisations
            .MapDelete(
                "imports/{id:guid}",
                async (Guid id, ParticipationDb db, CancellationToken ct) =>
                    await db.OrganisationImports.Where(row => row.Id == id).ExecuteDeleteAsync(ct) > 0
                        ? TypedResults.NoContent()
                        : throw new NotFoundProblem()
            )
            .RequirePermission(Permissions.OrganisationsManage)
            .WithName("discard-organisations-import")
            .WithSummary("Forgets a table that was read");
    }

    static async Task<FileContentHttpResult> ExportAsync(
        SpreadsheetFormat format,
        ParticipationDb db,
        TenantClock clock,
        CancellationToken ct
    )
    {
        var rows = await db.Organisations.AsNoTracking().OrderBy(row => row.Name).Take(OrganisationImport.MostRows).ToListAsync(ct);
        var file = await SpreadsheetWriter.WriteAsync(format, OrganisationColumns.Rows(rows), "Organisationen", ct);
        var name = FileNames.Of("Organisationen", clock.Slug, null, await clock.TodayAsync(ct), format.ToString().ToLowerInvariant());
        return TypedResults.File(file, SpreadsheetTypes.Of(format), name);
    }

    static async Task<Created<OrganisationImportDto>> ReadAsync(
        HttpRequest request,
        ParticipationDb db,
        TenantClock clock,
        CancellationToken ct
    )
    {
        var file = await SpreadsheetUpload.ReadAsync(request, ct);
        var read = OrganisationTableReader.Read(SpreadsheetReader.Read(file, OrganisationImport.MostRows), await clock.TodayAsync(ct));
        var known = await db.NamedAsync(read.Select(row => row.Name), ct);
        var import = new OrganisationImport
        {
            CreatedAt = clock.GetUtcNow(),
            Rows = [.. read.Select(row => row.Beside(known.GetValueOrDefault(row.Name)))],
        };
        db.OrganisationImports.Add(import);
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/{clock.Slug}/organisations/imports/{import.Id}", OrganisationImportDto.From(import));
    }

    static Task<Ok<ImportCounts>> ApplyAsync(Guid id, IfMatch match, ParticipationDb db, TimeProvider time, CancellationToken ct) =>
        db.InTransactionAsync(
            async () =>
            {
                var import = await db.OrganisationImports.GetAsync(id, ct);
                match.Require(import);
                var known = await db.NamedAsync(import.Rows.Select(row => row.Name), ct, tracked: true);
                var before = known.Values.ToDictionary(row => row.Id, row => row.Contacts);
                var made = import.Apply(known);
                db.Organisations.AddRange(made);
                foreach (var row in known.Values.Concat(made))
                    db.NoteContacts(row, before.GetValueOrDefault(row.Id, []), time.GetUtcNow());
                db.OrganisationImports.Remove(import);
                await db.SaveChangesAsync(ct);
                return TypedResults.Ok(ImportCounts.Of(import));
            },
            ct
        );

    /// <summary>Those with one of the names, in upper or lower case.</summary>
    static async Task<Dictionary<string, Organisation>> NamedAsync(
        this ParticipationDb db,
        IEnumerable<string> names,
        CancellationToken ct,
        bool tracked = false
    )
    {
        var wanted = names.Select(name => name.ToLowerInvariant()).ToArray();
        var rows = db.Organisations.FromSql($"select * from organisations where lower(name) = any({wanted})");
        return (await (tracked ? rows : rows.AsNoTracking()).OrderBy(row => row.Id).ToListAsync(ct))
            .DistinctBy(row => row.Name, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(row => row.Name, StringComparer.OrdinalIgnoreCase);
    }
}

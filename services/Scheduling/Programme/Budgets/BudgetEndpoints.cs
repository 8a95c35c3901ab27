using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Integrationskonzept.Spreadsheets;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Scheduling.Programme.Budgets;

static class BudgetEndpoints
{
    public static void AddBudgets(this WebApplicationBuilder builder) => builder.Services.AddScoped<Ledger>().AddScoped<GrantLimit>();

    public static void MapBudgets(this IEndpointRouteBuilder app)
    {
        var budget = app.MapTenantApi("mandates/{mandateId:guid}/budget", "Budget");

        budget
            .MapGet(
                "",
                async (Guid mandateId, Ledger ledger, CancellationToken ct) =>
                    TypedResults.Ok((await ledger.ReadAsync(mandateId, ct)).Report)
            )
            .RequirePermission(Permissions.BudgetRead)
            .WithName("get-budget")
            .WithSummary(
                "What was granted, planned, ordered and billed, by event and position; who gives it; what remains; as text for a Vorlage"
            );

        budget
            .MapGet(
                "export.csv",
                (Guid mandateId, Ledger ledger, HttpContext http) => ExportAsync(mandateId, SpreadsheetFormat.Csv, ledger, http)
            )
            .Produces<string>(200, "text/csv")
            .RequirePermission(Permissions.BudgetRead)
            .WithName("export-budget-csv")
            .WithSummary("The proof of use (Verwendungsnachweis) as CSV");

        budget
            .MapGet(
                "export.xlsx",
                (Guid mandateId, Ledger ledger, HttpContext http) => ExportAsync(mandateId, SpreadsheetFormat.Xlsx, ledger, http)
            )
            .Produces<string>(200, SpreadsheetTypes.Xlsx)
            .RequirePermission(Permissions.BudgetRead)
            .WithName("export-budget-xlsx")
            .WithSummary("The proof of use (Verwendungsnachweis) as a workbook");

        budget
            .MapGet(
                "items",
                async (Guid mandateId, Named<Position>? position, SchedulingDb db, [AsParameters] PageRequest page, HttpContext http) =>
                {
                    await db.Mandates.AsNoTracking().GetAsync(mandateId, http.RequestAborted);
                    var only = position?.Value;
                    return await db
                        .BudgetItems.AsNoTracking()
                        .Where(row => row.MandateId == mandateId && (only == null || row.Position == only))
                        .ToPageAsync(page, http, BudgetItemDto.From);
                }
            )
            .RequirePermission(Permissions.BudgetRead)
            .WithName("list-budget-items")
            .WithSummary("The items, all or of one position, oldest first");

        budget
            .MapPost(
                "items",
                (Guid mandateId, SetBudgetItem wish, GrantLimit grant, SchedulingDb db, TenantContext tenant, CancellationToken ct) =>
                    grant.KeepAsync(
                        mandateId,
                        async () =>
                        {
                            if (await db.BudgetItems.CountAsync(row => row.MandateId == mandateId, ct) >= BudgetTables.MostItems)
                                throw new TooManyItems();
                            var row = new BudgetItem { MandateId = mandateId };
                            row.Set(wish);
                            db.BudgetItems.Add(row);
                            return row;
                        },
                        row =>
                            TypedResults.Created(
                                $"/api/v1/{tenant.Required}/mandates/{mandateId}/budget/items/{row.Id}",
                                BudgetItemDto.From(row)
                            ),
                        ct
                    )
            )
            .RequirePermission(Permissions.BudgetWrite)
            .WithName("add-budget-item")
            .WithSummary("Plans, orders or books money; never more planned or ordered than was granted");

        budget
            .MapPut(
                "items/{id:guid}",
                (Guid mandateId, Guid id, SetBudgetItem wish, IfMatch match, GrantLimit grant, SchedulingDb db, CancellationToken ct) =>
                    grant.KeepAsync(
                        mandateId,
                        async () =>
                        {
                            var row = await db.ItemAsync(mandateId, id, ct);
                            match.Require(row);
                            row.Set(wish);
                            return row;
                        },
                        row => TypedResults.Ok(BudgetItemDto.From(row)),
                        ct
                    )
            )
            .RequirePermission(Permissions.BudgetWrite)
            .WithName("change-budget-item")
            .WithSummary("Changes an item; a bill is booked even where it exceeds the grant");

        budget
            .MapDelete(
                "items/{id:guid}",
                async (Guid mandateId, Guid id, SchedulingDb db, CancellationToken ct) =>
                {
                    db.BudgetItems.Remove(await db.ItemAsync(mandateId, id, ct));
                    await db.SaveChangesAsync(ct);
                    return TypedResults.NoContent();
                }
            )
            .RequirePermission(Permissions.BudgetWrite)
            .WithName("delete-budget-item")
            .WithSummary("Removes an item");

        var funding = app.MapTenantApi("mandates/{mandateId:guid}/funding", "Budget");
        funding
            .MapGet(
                "",
                async (Guid mandateId, SchedulingDb db, CancellationToken ct) =>
                {
                    await db.Mandates.AsNoTracking().GetAsync(mandateId, ct);
                    return TypedResults.Ok(View(await db.Fundings.AsNoTracking().SingleOrDefaultAsync(row => row.Id == mandateId, ct)));
                }
            )
            .RequirePermission(Permissions.BudgetRead)
            .WithName("get-funding")
            .WithSummary("Who gives the money");
        funding
            .MapPut("", SetFundingAsync)
            .RequirePermission(Permissions.BudgetWrite)
            .WithName("set-funding")
            .WithSummary("Says who gives the money (the first time with If-None-Match: *)")
            .MayBegin();
    }

    static async Task<FileContentHttpResult> ExportAsync(Guid mandateId, SpreadsheetFormat format, Ledger ledger, HttpContext http)
    {
        var (services, ct) = (http.RequestServices, http.RequestAborted);
        var mandate = await services.GetRequiredService<SchedulingDb>().Mandates.AsNoTracking().GetAsync(mandateId, ct);
        var today = await services.GetRequiredService<TenantClock>().TodayAsync(ct);
        var (report, events, items) = await ledger.ReadAsync(mandateId, ct);
        var file = await BudgetExport.WriteAsync(format, report, items, events.ToDictionary(row => row.Id, BudgetReport.Planned), ct);
        var name = FileNames.Of("Verwendungsnachweis", mandate.Tenant, mandate.Reference, today, format.ToString().ToLowerInvariant());
        return TypedResults.File(file, SpreadsheetTypes.Of(format), name);
    }

    static async Task<Ok<FundingDto>> SetFundingAsync(Guid mandateId, SetFunding wish, IfMatch match, SchedulingDb db, CancellationToken ct)
    {
        var mandate = await db.Mandates.AsNoTracking().GetAsync(mandateId, ct);
        var row = await db.Fundings.SingleOrDefaultAsync(row => row.Id == mandateId, ct);
        match.Require(View(row));
        if (
            wish.Sources.Any(source =>
                source.Name.Trim().Length is 0 or > 200
                || (source.Amount is null) == (source.Percent is null)
                || source.Amount < 0
                || !BudgetItem.IsInCents(source.Amount ?? 0)
                || source.Percent is <= 0
            )
            || wish.Sources.Sum(source => source.Amount ?? 0) > mandate.Budget
            || wish.Sources.Sum(source => source.Percent ?? 0) > 100
        )
            throw new FundingWrong();
        row ??= db.Fundings.Add(Funding.For(mandateId)).Entity;
        row.Sources = [.. wish.Sources];
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(View(row));
    }

    static FundingDto View(Funding? row) => row is null ? new(0, []) : new(row.Version, row.Sources);

    static async Task<BudgetItem> ItemAsync(this SchedulingDb db, Guid mandateId, Guid id, CancellationToken ct) =>
        await db.BudgetItems.SingleOrDefaultAsync(row => row.MandateId == mandateId && row.Id == id, ct) ?? throw new NotFoundProblem();
}

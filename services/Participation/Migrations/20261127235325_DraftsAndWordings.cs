using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Integrationskonzept.Participation.Migrations
{
    /// <inheritdoc />
    public partial class DraftsAndWordings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<string>(
                name: "author",
                table: "contributions",
                type: "text",
                nullable: true,
                oldClrType: typeof(string),
                oldType: "text");

            migrationBuilder.AddColumn<Guid>(
                name: "draft_id",
                table: "contributions",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "edited_at",
                table: "contributions",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "language",
                table: "contributions",
                type: "character varying(35)",
                maxLength: 35,
                nullable: false,
                defaultValue: "de");

            migrationBuilder.AddColumn<int>(
                name: "points",
                table: "contributions",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "state",
                table: "contributions",
                type: "text",
                nullable: false,
                defaultValue: "Standing");

            migrationBuilder.AddColumn<string>(
                name: "title",
                table: "contributions",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "drafts",
                columns: table => new
                {
                    tenant = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    topic_area_id = table.Column<Guid>(type: "uuid", nullable: false),
                    author = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    text = table.Column<string>(type: "text", nullable: false),
                    language = table.Column<string>(type: "character varying(35)", maxLength: 35, nullable: false),
                    group = table.Column<string>(type: "text", nullable: true),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    saved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_drafts", x => new { x.tenant, x.id });
                });

            migrationBuilder.CreateTable(
                name: "wordings",
                columns: table => new
                {
                    tenant = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    contribution_id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    text = table.Column<string>(type: "text", nullable: false),
                    language = table.Column<string>(type: "character varying(35)", maxLength: 35, nullable: false),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_wordings", x => new { x.tenant, x.id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_contributions_tenant_draft_id",
                table: "contributions",
                columns: new[] { "tenant", "draft_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_drafts_tenant_author_id",
                table: "drafts",
                columns: new[] { "tenant", "author", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_wordings_tenant_contribution_id_id",
                table: "wordings",
                columns: new[] { "tenant", "contribution_id", "id" });

            // Row-level security binds the owner, too: what stands already is counted one Landkreis at a time.
            migrationBuilder.Sql("""
                do $$ declare landkreis text; begin
                    for landkreis in select slug from known_tenants loop
                        perform set_config('app.tenant', landkreis, true);
                        update contributions set points = given.points
                        from (select contribution_id, sum(points) as points from points group by contribution_id) as given
                        where id = contribution_id;
                    end loop;
                    perform set_config('app.tenant', '', true);
                end $$;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "drafts");

            migrationBuilder.DropTable(
                name: "wordings");

            migrationBuilder.DropIndex(
                name: "ix_contributions_tenant_draft_id",
                table: "contributions");

            migrationBuilder.DropColumn(
                name: "draft_id",
                table: "contributions");

            migrationBuilder.DropColumn(
                name: "edited_at",
                table: "contributions");

            migrationBuilder.DropColumn(
                name: "language",
                table: "contributions");

            migrationBuilder.DropColumn(
                name: "points",
                table: "contributions");

            migrationBuilder.DropColumn(
                name: "state",
                table: "contributions");

            migrationBuilder.DropColumn(
                name: "title",
                table: "contributions");

            migrationBuilder.AlterColumn<string>(
                name: "author",
                table: "contributions",
                type: "text",
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "text",
                oldNullable: true);
        }
    }
}

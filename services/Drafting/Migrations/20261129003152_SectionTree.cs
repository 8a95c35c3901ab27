using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Integrationskonzept.Drafting.Migrations
{
    /// <inheritdoc />
    public partial class SectionTree : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "parent_id",
                table: "sections",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "merged_with",
                table: "revisions",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "reason",
                table: "revisions",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "restored_from",
                table: "revisions",
                type: "integer",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_sections_tenant_parent_id",
                table: "sections",
                columns: new[] { "tenant", "parent_id" });

            // Not in the model, which would read the words with every section.
            migrationBuilder.Sql(
                """
                alter table sections add constraint fk_sections_parent foreign key (tenant, parent_id) references sections (tenant, id);
                alter table sections add column words tsvector generated always as (
                    setweight(to_tsvector('german', title), 'A') || setweight(to_tsvector('german', left(markdown, 250000)), 'B')
                ) stored;
                """
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("alter table sections drop column words; alter table sections drop constraint fk_sections_parent;");

            migrationBuilder.DropIndex(
                name: "ix_sections_tenant_parent_id",
                table: "sections");

            migrationBuilder.DropColumn(
                name: "parent_id",
                table: "sections");

            migrationBuilder.DropColumn(
                name: "merged_with",
                table: "revisions");

            migrationBuilder.DropColumn(
                name: "reason",
                table: "revisions");

            migrationBuilder.DropColumn(
                name: "restored_from",
                table: "revisions");
        }
    }
}
